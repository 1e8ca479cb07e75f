namespace Baton.Sync;

/// <summary>Names of actions, as they stand in the token of a sync.</summary>
static class SyncOp
{
    internal const string Init = "init";
    internal const string ListResourceTypes = "list-resource-types";
    internal const string ListResources = "list-resources";
    internal const string ListStaticEntitlements = "list-static-entitlements";
    internal const string ListEntitlements = "list-entitlements";
    internal const string ListGrants = "list-grants";
    internal const string TargetedResourceSync = "targeted-resource-sync";
    internal const string ListExternalResources = "list-external-resources";
    internal const string GrantExpansion = "grant-expansion";

    /// <summary>The name of a step in statistics; null for those that are not of the engine.</summary>
    internal static string? NameOf(SyncStep step) => step switch
    {
        SyncStep.ResourceTypes => ListResourceTypes,
        SyncStep.Resources => ListResources,
        SyncStep.Grants => ListGrants,
        SyncStep.Expansion => GrantExpansion,
        _ => null,
    };

    internal static SyncStep StepOf(string operation) => operation switch
    {
        Init or ListResourceTypes => SyncStep.ResourceTypes,
        ListResources or TargetedResourceSync or ListStaticEntitlements or ListEntitlements => SyncStep.Resources,
        ListGrants or ListExternalResources => SyncStep.Grants,
        GrantExpansion => SyncStep.Expansion,
        _ => throw new ConnectorException(ErrorCode.Internal, $"unexpected sync step: {operation}"),
    };
}
