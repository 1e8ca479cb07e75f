namespace Baton.Sync;

/// <summary>Why something is missing in the result.</summary>
enum WarningKind
{
    ResourcesNotFound,
    EntitlementsNotFound,
    GrantsNotFound,
    TargetNotFound,
    TargetNotPossible,
    ResourceWithoutId,
    ResourceIdInvalid,
    PrincipalNotStored,
    PrincipalIdInvalid,
    EntitlementIdInvalid,
    ParentNotStored,
    ExpansionDangling,
    ExternalEntitlementMissing,

    /// <summary>The key's first text says it all.</summary>
    Invariant,
}

/// <summary>Warnings of one key are told as one.</summary>
readonly record struct WarningKey(WarningKind Kind, string ResourceType, string? PrincipalType = null)
{
    public override string ToString() => Kind switch
    {
        WarningKind.ResourcesNotFound => $"The source did not find what was asked while listing \"{ResourceType}\"; these resources are missing",
        WarningKind.EntitlementsNotFound =>
            $"The source did not find what was asked for entitlements of \"{ResourceType}\"; these entitlements are missing",
        WarningKind.GrantsNotFound => $"The source did not find what was asked for grants of \"{ResourceType}\"; these grants are missing",
        WarningKind.TargetNotFound => $"The source does not have resources of type \"{ResourceType}\" that were to be synced",
        WarningKind.TargetNotPossible => $"Resources of type \"{ResourceType}\" that were to be synced were skipped: the connector cannot get single ones",
        WarningKind.ResourceWithoutId => $"Resources of type \"{ResourceType}\" without an id were skipped",
        WarningKind.ResourceIdInvalid =>
            $"Resources of type \"{ResourceType}\" were skipped: their ids are longer than {IdRules.MaxBytes} bytes or not valid text",
        WarningKind.PrincipalNotStored =>
            $"Grants on \"{ResourceType}\" were left out: their principals are of type \"{PrincipalType}\", which this sync does not store",
        WarningKind.PrincipalIdInvalid =>
            $"Grants on \"{ResourceType}\" were left out: ids in them are longer than {IdRules.MaxBytes} bytes or not valid text",
        WarningKind.EntitlementIdInvalid =>
            $"Entitlements of \"{ResourceType}\" were left out: they have no slug, or ids in them are longer than {IdRules.MaxBytes} bytes or not valid text",
        WarningKind.ParentNotStored =>
            $"Resource type \"{ResourceType}\" is listed only under types that this sync does not store, so nothing of it is in the file",
        WarningKind.Invariant => ResourceType,
        WarningKind.ExternalEntitlementMissing => "Grants matched with principals of the external file do not stand for their members: there are no such entitlements",
        WarningKind.ExpansionDangling => "Grants that stand for holders of entitlements were not expanded: the entitlements are not in this sync",
        _ => throw new InvalidOperationException($"Unknown warning {Kind}."),
    };
}
