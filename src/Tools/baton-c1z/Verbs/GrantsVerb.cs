using System.CommandLine;
using Baton.C1Z;

namespace Baton.C1ZTool;

static class GrantsVerb
{
    public static Command Create(ToolHost host)
    {
        var (sync, type, resource, entitlement) = (Globals.SyncId(), Globals.ResourceType(), Globals.Resource(), Globals.Entitlement());
        var principal = new Option<string?>("--principal") { Description = "Only to this principal, as TYPE:ID" };
        var command = new Command("grants", "List grants, those that come from groups too") { type, resource, entitlement, principal, sync };
        command.Validators.Add(result =>
        {
            if (result.GetResult(resource) is { Implicit: false } && result.GetResult(type) is null or { Implicit: true })
                result.AddError("--resource-type and --resource are required");
            if (result.GetResult(resource) is { Implicit: false } && result.GetResult(entitlement) is { Implicit: false })
                result.AddError("--resource and --entitlement do not go together");
        });
        return command.Running(host, async invocation =>
        {
            await using var reader = await invocation.OpenAsync(invocation.Value(sync));
            var who = invocation.Value(principal) is { } text ? Keys.Parse(text, "--principal") : (ResourceKey?)null;
            var filter = new GrantFilter
            {
                ResourceTypeId = invocation.Value(type),
                ResourceId = invocation.Value(resource),
                EntitlementId = invocation.Value(entitlement),
                PrincipalResourceTypeId = who?.Type,
                PrincipalResourceId = who?.Id,
            };
            await invocation.PrintAsync(Listings.Grants, new SyncDetails(reader.Current).GrantsAsync(filter, invocation.Cancel));
        });
    }
}
