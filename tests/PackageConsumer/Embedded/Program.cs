using System;
using Baton;
using Contoso.Printers;

Console.Error.WriteLine("the program's own first line");
return await ConnectorHost.RunAsync<PrinterConnector>(args);
