using Baton.Generators.Models;

namespace Baton.Generators.Emit;

/// <summary>What a resource type can do, as <c>c1.connector.v2.Capability</c> names it.</summary>
static class Capabilities
{
    const string Actions = "ACTIONS";
    const string Sync = "SYNC";
    const string Provision = "PROVISION";
    const string TargetedSync = "TARGETED_SYNC";
    const string ServiceModeTargetedSync = "SERVICE_MODE_TARGETED_SYNC";

    static readonly string[] ByNumber =
    [
        "UNSPECIFIED", Provision, Sync, "EVENT_FEED", "TICKETING", "ACCOUNT_PROVISIONING", "CREDENTIAL_ROTATION", "RESOURCE_CREATE",
        "RESOURCE_DELETE", "SYNC_SECRETS", Actions, TargetedSync, "EVENT_FEED_V2", ServiceModeTargetedSync, "CREDENTIAL_ISSUE",
    ];

    /// <summary>Those of a resource type, in the order in which Go appends them.</summary>
    public static IEnumerable<string> Of(ResourceTypeModel type)
    {
        yield return Sync;
        if (type.Get is not null)
            yield return TargetedSync;
        if (ManifestParts.Provisions(type).Any())
            yield return Provision;
        if (type.Tasks.Account is not null)
            yield return "ACCOUNT_PROVISIONING";
        if (type.Tasks.DeleteResource is not null)
            yield return "RESOURCE_DELETE";
        if (type.Tasks.CreateResource is not null)
            yield return "RESOURCE_CREATE";
        if (type.Tasks.Rotation is not null)
            yield return "CREDENTIAL_ROTATION";
        if (type.Tasks.Issues.Count > 0)
            yield return "CREDENTIAL_ISSUE";
    }

    /// <summary>Those that the connector's class has.</summary>
    public static IEnumerable<string> Of(ConnectorModel connector)
    {
        if (connector.Tasks.EventFeeds.Count > 0)
            yield return "EVENT_FEED_V2";
        if (connector.Tasks.HasTickets)
            yield return "TICKETING";
        if (connector.Tasks.Actions.Count > 0)
            yield return Actions;
    }

    /// <summary>Those of the whole connector, in the order of their numbers.</summary>
    public static IEnumerable<string> OfConnector(ManifestModel manifest)
    {
        var all = new HashSet<string>(manifest.ResourceTypes.SelectMany(static type => type.Capabilities), StringComparer.Ordinal);
        all.UnionWith(manifest.Connector.Capabilities);
        if (manifest.ResourceTypes.Any(static type => type.HasActions))
            all.Add(Actions);
        if (all.Contains(TargetedSync))
            all.Add(ServiceModeTargetedSync);
        return ByNumber.Where(all.Contains);
    }

    /// <summary>The name in a document.</summary>
    public static string Json(string capability) => "CAPABILITY_" + capability;
}
