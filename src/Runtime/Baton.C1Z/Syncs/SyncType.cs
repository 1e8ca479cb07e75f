namespace Baton.C1Z;

/// <summary>What a sync collected. A file may name types that are not known here.</summary>
/// <param name="Name">The name in the file.</param>
public readonly record struct SyncType(string Name)
{
    /// <summary>Everything.</summary>
    public static SyncType Full => new("full");

    /// <summary>Resource types and resources, without entitlements and grants.</summary>
    public static SyncType ResourcesOnly => new("resources_only");

    /// <summary>Some resources.</summary>
    public static SyncType Partial => new("partial");

    /// <summary>What another sync has and its parent has not, or has differently.</summary>
    public static SyncType PartialUpserts => new("partial_upserts");

    /// <summary>What another sync has no more.</summary>
    public static SyncType PartialDeletions => new("partial_deletions");

    internal bool IsDiff => this == PartialUpserts || this == PartialDeletions;

    internal bool IsPart => this == Partial || this == ResourcesOnly;

    /// <summary>The name in the file.</summary>
    public override string ToString() => Name;
}
