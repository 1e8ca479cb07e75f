namespace Baton.C1Z;

/// <summary>A resource of the current sync, as far as its columns tell.</summary>
/// <param name="RowId">Number of its row, which grows in the order of storing.</param>
/// <param name="Id">Its id, without the type.</param>
/// <param name="ParentTypeId">The parent's type, or null.</param>
/// <param name="ParentId">The parent's id, or null.</param>
public readonly record struct StoredResource(long RowId, string Id, string? ParentTypeId, string? ParentId)
{
    /// <summary>It says that it has no entitlements.</summary>
    public bool SkipsEntitlements { get; init; }

    /// <summary>It says that nobody holds its entitlements.</summary>
    public bool SkipsGrants { get; init; }
}
