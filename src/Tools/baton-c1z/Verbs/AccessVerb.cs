using System.CommandLine;
using System.Text;
using Baton.C1Z;
using Baton.Cli;
using Baton.Protocol.Connector.V2;

namespace Baton.C1ZTool;

/// <summary>What one principal holds, by resource.</summary>
static class AccessVerb
{
    static readonly Listing<(GroupedAccess Access, Entitlement Entitlement)> Flat = new(
        "access",
        ["Resource Type", "Resource", "Entitlement", "Permission"],
        static row => [row.Access.Type.DisplayName, row.Access.Resource.DisplayName, row.Entitlement.Id, row.Entitlement.Slug],
        static (_, _) => { });

    public static Command Create(ToolHost host)
    {
        var (sync, type, resource) = (Globals.SyncId(), Globals.ResourceType("The type of the principal"), Globals.Resource("The id of the principal"));
        var effective = new Option<bool>("--effective") { Description = "Also what grants of groups give, where the file was not expanded" };
        var command = new Command("access", "List what one principal holds") { type, resource, effective, sync };
        command.Validators.Add(result =>
        {
            if (string.IsNullOrEmpty(result.GetValue(type)) || string.IsNullOrEmpty(result.GetValue(resource)))
                result.AddError("--resource-type and --resource are required");
        });
        return command.Running(host, async invocation =>
        {
            await using var reader = await invocation.OpenAsync(invocation.Value(sync));
            var details = new SyncDetails(reader.Current);
            var key = new ResourceKey(invocation.Value(type)!, invocation.Value(resource)!);
            var principal = await details.ResourceAsync(new ResourceId { ResourceType = key.Type, Resource = key.Id }, invocation.Cancel);
            var held = invocation.Value(effective)
                ? reader.Current.AccessAsync(key, invocation.Cancel).Select(static entry => entry.Grant?.Entitlement ?? new Entitlement { Id = entry.EntitlementId })
                : reader.Current.GrantsAsync(new() { PrincipalResourceTypeId = key.Type, PrincipalResourceId = key.Id }, invocation.Cancel)
                    .Select(static grant => grant.Entitlement);
            var access = await GroupedAccess.ReadAsync(details, held, invocation.Cancel);
            await ShowAsync(invocation, principal, access);
        });
    }

    static Task ShowAsync(Invocation invocation, Resource principal, IReadOnlyList<GroupedAccess> access) => invocation.Format switch
    {
        "json" => JsonAsync(invocation, principal, access),
        "csv" => invocation.PrintAsync(Flat, access.SelectMany(static a => a.Entitlements.Select(e => (a, e))).ToAsyncEnumerable()),
        _ => invocation.Host.Output.WriteAsync(Encoding.UTF8.GetBytes(Tree(principal, access)), invocation.Cancel).AsTask(),
    };

    static async Task JsonAsync(Invocation invocation, Resource principal, IReadOnlyList<GroupedAccess> access)
    {
        await using var json = JsonOutput.Writer(invocation.Host);
        json.WriteStartObject();
        json.Message("principal", principal);
        await JsonOutput.ArrayAsync(
            json,
            "access",
            access.ToAsyncEnumerable(),
            static (json, row) =>
            {
                json.WriteStartObject();
                json.Message("resourceType", row.Type);
                json.Message("resource", row.Resource);
                json.WriteStartArray("entitlements");
                foreach (var entitlement in row.Entitlements)
                    Protocol.ProtoJson.Write(json, entitlement);
                json.WriteEndArray();
                json.WriteEndObject();
            },
            invocation.Cancel);
        json.WriteEndObject();
    }

    static string Tree(Resource principal, IReadOnlyList<GroupedAccess> access)
    {
        var tree = new StringBuilder();
        void Line(string indent, string text) => tree.Append(indent).Append(TerminalText.Line(text)).Append('\n');
        Line("", $"Effective Access for {principal.DisplayName} ({principal.Id.ResourceType})");
        foreach (var (row, i) in access.Select(static (row, i) => (row, i)))
        {
            var isLast = i == access.Count - 1;
            Line(isLast ? "└─ " : "├─ ", $"{row.Resource.DisplayName} ({row.Type.DisplayName})");
            foreach (var (entitlement, j) in row.Entitlements.Select(static (entitlement, j) => (entitlement, j)))
                Line((isLast ? "   " : "│  ") + (j == row.Entitlements.Count - 1 ? "└─ " : "├─ "), entitlement.Slug.Length > 0 ? entitlement.Slug : entitlement.Id);
        }
        return tree.Append('\n').ToString();
    }
}
