namespace Baton.Sync;

/// <summary>What resources are asked for, one by one.</summary>
public enum AskedFor
{
    /// <summary>Entitlements of their own.</summary>
    Entitlements,

    /// <summary>Who holds their entitlements.</summary>
    Grants,
}
