namespace Baton.Sync;

/// <summary>The stages of a sync, in their order.</summary>
public enum SyncStep
{
    /// <summary>The connector checks its configuration and credentials.</summary>
    Validate,

    /// <summary>Resource types are stored.</summary>
    ResourceTypes,

    /// <summary>Resources are listed and stored, with their entitlements and the grants that come with them.</summary>
    Resources,

    /// <summary>The remaining grants are listed and stored.</summary>
    Grants,

    /// <summary>Grants of groups become grants of their members.</summary>
    Expansion,

    /// <summary>Old syncs are removed, and the file is compressed and put in its place.</summary>
    Save,
}
