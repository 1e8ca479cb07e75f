using Baton.C1ZTool;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true; // streams end where they are, and temporary files go away
    stop.Cancel();
};
return await Tool.RunAsync(args, ToolHost.OfProcess(), stop.Token);
