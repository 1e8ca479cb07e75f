namespace Baton;

/// <summary>What holding an entitlement means. Numbers are those of <c>c1.connector.v2.Entitlement.PurposeValue</c>.</summary>
public enum Purpose
{
    /// <summary>Not said.</summary>
    Unspecified = 0,

    /// <summary>Being a member or having a role.</summary>
    Assignment = 1,

    /// <summary>Being allowed to do something.</summary>
    Permission = 2,

    /// <summary>Being responsible for the resource.</summary>
    Ownership = 3,
}
