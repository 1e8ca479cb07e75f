using Baton.C1Z;
using Baton.Protocol.Connector.V2;
using Google.Protobuf.Reflection;

namespace Baton.C1ZTool;

/// <summary>How each kind of row is shown; names of JSON members are those of the Go program.</summary>
static class Listings
{
    public static readonly Listing<ResourceType> ResourceTypes = new(
        "resourceTypes",
        ["ID", "Display Name", "Traits"],
        static type => [type.Id, type.DisplayName, string.Join(", ", type.Traits.Select(Name))],
        static (json, type) => json.Object(("resourceType", type)));

    public static readonly Listing<ResourceRow> Resources = new(
        "resources",
        ["ID", "Display Name", "Resource Type", "Parent Resource"],
        static row => [row.Resource.Id?.Resource ?? "", row.Resource.DisplayName, row.ResourceType.DisplayName, Parent(row.Parent)],
        static (json, row) => json.Object(("resource", row.Resource), ("resourceType", row.ResourceType), ("parent", row.Parent)));

    public static readonly Listing<EntitlementRow> Entitlements = new(
        "entitlements",
        ["ID", "Display Name", "Resource Type", "Resource", "Permission"],
        static row => [row.Entitlement.Id, row.Entitlement.DisplayName, row.ResourceType.DisplayName, row.Resource.DisplayName, row.Entitlement.Slug],
        static (json, row) => json.Object(("entitlement", row.Entitlement), ("resource", row.Resource), ("resourceType", row.ResourceType)));

    public static readonly Listing<GrantRow> Grants = new(
        "grants",
        ["ID", "Resource Type", "Resource", "Entitlement", "Principal"],
        static row => [row.Grant.Id, row.ResourceType.DisplayName, row.Resource.DisplayName, row.Entitlement.DisplayName, row.Principal.DisplayName],
        static (json, row) => json.Object(
            ("grant", row.Grant), ("entitlement", row.Entitlement), ("resource", row.Resource), ("resourceType", row.ResourceType), ("principal", row.Principal)));

    public static readonly Listing<SyncRun> Syncs = new(
        "syncs",
        ["ID", "Started At", "Ended At", "Type", "Parent ID", "Token"],
        static run => [run.Id, Text.Time(run.StartedAt), Text.Time(run.EndedAt), run.Type.Name, run.ParentSyncId, run.Token],
        static (json, run) => Protocol.ProtoJson.Write(json, run.ToMessage()));

    static string Parent(Resource? parent) => parent is null ? "-" : $"{parent.DisplayName} ({parent.Id?.ResourceType})";

    static string Name(ResourceType.Types.Trait trait) =>
        ResourceType.Descriptor.FindFieldByName("traits").EnumType.FindValueByNumber((int)trait) is EnumValueDescriptor value ? value.Name : ((int)trait).ToString();
}
