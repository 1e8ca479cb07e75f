using System.CommandLine;
using Baton.C1Z;

namespace Baton.C1ZTool;

static class EntitlementsVerb
{
    public static Command Create(ToolHost host)
    {
        var (sync, type, resource) = (Globals.SyncId(), Globals.ResourceType(), Globals.Resource());
        return new Command("entitlements", "List entitlements") { type, resource, sync }.Running(host, async invocation =>
        {
            await using var reader = await invocation.OpenAsync(invocation.Value(sync));
            var filter = new EntitlementFilter { ResourceTypeId = invocation.Value(type), ResourceId = invocation.Value(resource) };
            await invocation.PrintAsync(Listings.Entitlements, new SyncDetails(reader.Current).EntitlementsAsync(filter, invocation.Cancel));
        });
    }
}
