namespace Baton.C1Z;

/// <summary>The tables that a connector fills.</summary>
public enum RowKind
{
    /// <summary>Columns: id, data.</summary>
    ResourceType,

    /// <summary>Columns: resource type id, <c>type:id</c>, parent's type id or null, parent's id or null, data.</summary>
    Resource,

    /// <summary>Columns: resource type id, resource id, entitlement id, data.</summary>
    Entitlement,

    /// <summary>
    /// Columns: resource type id, resource id, entitlement id, principal's type id, principal's id, grant id, expansion or
    /// null, data. What <c>GrantExpandable</c> says stands in the expansion, not in the data.
    /// </summary>
    Grant,
}
