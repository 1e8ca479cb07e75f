using System.CommandLine;
using Baton.C1Z;

namespace Baton.C1ZTool;

static class ResourcesVerb
{
    public static Command Create(ToolHost host)
    {
        var (sync, type) = (Globals.SyncId(), Globals.ResourceType());
        var name = new Option<string?>("--name") { Description = "Only those whose id or display name contains this, in any case" };
        return new Command("resources", "List resources") { type, name, sync }.Running(host, async invocation =>
        {
            await using var reader = await invocation.OpenAsync(invocation.Value(sync));
            var rows = new SyncDetails(reader.Current).ResourcesAsync(new() { ResourceTypeId = invocation.Value(type) }, invocation.Cancel);
            if (invocation.Value(name) is { } part)
                rows = rows.Where(row => Has(row.Resource.DisplayName, part) || Has(row.Resource.Id?.Resource ?? "", part));
            await invocation.PrintAsync(Listings.Resources, rows);
        });
    }

    static bool Has(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
}
