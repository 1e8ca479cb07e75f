using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Baton;

namespace Contoso.Printers
{
    [Connector("baton-contoso-printers")]
    internal sealed partial class PrinterConnector(PrinterRoom room)
    {
        public Task ValidateAsync(CancellationToken ct) => room.OpenAsync(ct);
    }

    [ConnectorConfig]
    internal sealed partial record PrinterConfig
    {
        [Field(Description = "How many printers there are", Min = 1)]
        public int Count { get; init; } = 2;
    }

    internal sealed class PrinterRoom(PrinterConfig config)
    {
        public int Count => config.Count;

        public Task OpenAsync(CancellationToken ct) => Task.Delay(config.Count, ct);
    }

    namespace Resources
    {
        internal sealed record Printer(int Number, string Model);

        [ResourceType("printer")]
        internal sealed partial class Printers(PrinterRoom room)
        {
            public IEnumerable<Printer> ListAsync()
            {
                for (var i = 1; i <= room.Count; i++)
                    yield return new Printer(i, null);
            }

            static void Map(Printer printer, PlainBuilder r) => r.Id(printer.Number).DisplayName("Printer " + printer.Number).Description(printer.Model);
        }
    }
}
