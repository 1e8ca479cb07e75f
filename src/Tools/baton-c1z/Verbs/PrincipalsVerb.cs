using System.CommandLine;
using Baton.C1Z;
using Baton.Protocol.Connector.V2;

namespace Baton.C1ZTool;

static class PrincipalsVerb
{
    public static Command Create(ToolHost host)
    {
        var (sync, type, resource, entitlement) = (Globals.SyncId(), Globals.ResourceType(), Globals.Resource(), Globals.Entitlement());
        var command = new Command("principals", "List who holds something") { type, resource, entitlement, sync };
        command.Validators.Add(result =>
        {
            var hasType = result.GetResult(type) is { Implicit: false };
            var hasResource = result.GetResult(resource) is { Implicit: false };
            if (hasType != hasResource)
                result.AddError("--resource-type and --resource go together");
            if (hasResource && result.GetResult(entitlement) is { Implicit: false })
                result.AddError("--resource and --entitlement do not go together");
        });
        command.Add(PrincipalsCompareVerb.Create(host));
        return command.Running(host, async invocation =>
        {
            await using var reader = await invocation.OpenAsync(invocation.Value(sync));
            var filter = new GrantFilter
            {
                ResourceTypeId = invocation.Value(type), ResourceId = invocation.Value(resource), EntitlementId = invocation.Value(entitlement),
            };
            await invocation.PrintAsync(Listings.Resources, Rows(reader.Current, filter, invocation.Cancel));
        });
    }

    public static IAsyncEnumerable<ResourceRow> Rows(SyncView view, GrantFilter filter, CancellationToken cancellationToken)
    {
        var details = new SyncDetails(view);
        return view.PrincipalsAsync(filter, cancellationToken).Select(RowAsync, cancellationToken);

        async ValueTask<ResourceRow> RowAsync(ResourceKey key, CancellationToken cancel) =>
            await details.OfAsync(await details.ResourceAsync(new ResourceId { ResourceType = key.Type, Resource = key.Id }, cancel), cancel);
    }
}
