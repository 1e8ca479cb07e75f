using System.CommandLine;
using System.Text;
using Baton.C1Z;

namespace Baton.C1ZTool;

/// <summary>Who holds one entitlement and not the other; the two may be in different files.</summary>
static class PrincipalsCompareVerb
{
    static readonly Listing<(string Side, ResourceRow Row)> Differences = new(
        "differences", ["Difference", .. Listings.Resources.Columns], static row => [row.Side, .. Listings.Resources.Cells(row.Row)], static (_, _) => { });

    public static Command Create(ToolHost host)
    {
        var entitlement = Globals.Entitlement("The entitlement to compare with");
        var file = Globals.C1Z("--compare-file", "The file of the other entitlement", "sync.c1z");
        var other = new Option<string?>("--compare-entitlement") { Description = "The other entitlement" };
        return new Command("compare", "Compare the holders of two entitlements") { entitlement, file, other }.Running(host, async invocation =>
        {
            await using var reader = await invocation.OpenAsync(null);
            await using var compared = await invocation.OpenAsync(invocation.Value(file)!, null);
            var sides = new Sides(
                reader.Current, new() { EntitlementId = invocation.Value(entitlement) }, compared.Current, new() { EntitlementId = invocation.Value(other) }, invocation.Cancel);
            await (invocation.Format switch
            {
                "json" => JsonAsync(host, sides, invocation.Cancel),
                "csv" => CsvOutput.WriteAsync(host, Differences, sides.Differences(), invocation.Cancel),
                _ => ConsoleAsync(invocation, sides),
            });
        });
    }

    static async Task JsonAsync(ToolHost host, Sides sides, CancellationToken cancellationToken)
    {
        await using var json = JsonOutput.Writer(host);
        json.WriteStartObject();
        await JsonOutput.ArrayAsync(json, "missing", sides.Missing(), Listings.Resources.Json, cancellationToken);
        await JsonOutput.ArrayAsync(json, "extra", sides.Extra(), Listings.Resources.Json, cancellationToken);
        await JsonOutput.ArrayAsync(json, "base", sides.Base(), Listings.Resources.Json, cancellationToken);
        await JsonOutput.ArrayAsync(json, "compared", sides.Compared(), Listings.Resources.Json, cancellationToken);
        json.WriteEndObject();
    }

    static async Task ConsoleAsync(Invocation invocation, Sides sides)
    {
        var parts = new[] { ("Missing Principals", sides.Missing()), ("Extra Principals", sides.Extra()) };
        var differ = false;
        foreach (var (title, rows) in parts)
        {
            if (!await rows.AnyAsync(invocation.Cancel))
                continue;
            differ = true;
            await invocation.Host.Output.WriteAsync(Encoding.UTF8.GetBytes(title + "\n"), invocation.Cancel);
            await TableOutput.WriteAsync(invocation.Host, Listings.Resources, rows, invocation.Cancel);
        }
        if (!differ)
            await invocation.Host.Output.WriteAsync("The principals between these entitlements appear to match!\n"u8.ToArray(), invocation.Cancel);
    }

    /// <summary>Both lists are in the order of types and ids: differences come out of reading them side by side.</summary>
    sealed class Sides(SyncView view, GrantFilter filter, SyncView otherView, GrantFilter otherFilter, CancellationToken cancellationToken)
    {
        public IAsyncEnumerable<ResourceRow> Base() => PrincipalsVerb.Rows(view, filter, cancellationToken);

        public IAsyncEnumerable<ResourceRow> Compared() => PrincipalsVerb.Rows(otherView, otherFilter, cancellationToken);

        /// <summary>Those of the base that the other lacks.</summary>
        public IAsyncEnumerable<ResourceRow> Missing() => Only(Base(), otherView, otherFilter);

        /// <summary>Those of the other that the base lacks.</summary>
        public IAsyncEnumerable<ResourceRow> Extra() => Only(Compared(), view, filter);

        public async IAsyncEnumerable<(string Side, ResourceRow Row)> Differences()
        {
            await foreach (var row in Missing())
                yield return ("missing", row);
            await foreach (var row in Extra())
                yield return ("extra", row);
        }

        static IAsyncEnumerable<ResourceRow> Only(IAsyncEnumerable<ResourceRow> rows, SyncView lacking, GrantFilter where) => rows.Where(async (row, cancel) =>
        {
            var grants = where with { PrincipalResourceTypeId = row.Resource.Id.ResourceType, PrincipalResourceId = row.Resource.Id.Resource };
            return !await lacking.GrantsAsync(grants, cancel).AnyAsync(cancel);
        });
    }
}
