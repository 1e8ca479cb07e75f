namespace Baton.C1Z;

/// <summary>The counts of a sync.</summary>
public sealed record SyncStats
{
    static readonly SortedDictionary<string, long> NoCounts = [];
    static readonly SortedDictionary<string, CallStats> NoCalls = [];

    /// <summary>Number of resource types.</summary>
    public long ResourceTypes { get; init; }

    /// <summary>Number of resources whose type is stored.</summary>
    public long Resources { get; init; }

    /// <summary>Number of entitlements.</summary>
    public long Entitlements { get; init; }

    /// <summary>Number of grants.</summary>
    public long Grants { get; init; }

    /// <summary>Number of resources of every stored resource type, also of those without.</summary>
    public IReadOnlyDictionary<string, long> ResourcesByResourceType { get; init; } = NoCounts;

    /// <summary>Number of grants by the type of the resource on which they are.</summary>
    public IReadOnlyDictionary<string, long> GrantsByResourceType { get; init; } = NoCounts;

    /// <summary>Number of entitlements by the type of their resource.</summary>
    public IReadOnlyDictionary<string, long> EntitlementsByResourceType { get; init; } = NoCounts;

    /// <summary>Number of assets.</summary>
    public long Assets { get; init; }

    /// <summary>Milliseconds of every step.</summary>
    public IReadOnlyDictionary<string, long> StepDurationsMs { get; init; } = NoCounts;

    /// <summary>Calls of the connector.</summary>
    public IReadOnlyDictionary<string, CallStats> ConnectorCallStats { get; init; } = NoCalls;

    /// <summary>Calls of the session store.</summary>
    public IReadOnlyDictionary<string, CallStats> SessionStoreStats { get; init; } = NoCalls;

    /// <summary>The text in the file, byte for byte what Go's encoder writes.</summary>
    public string ToJson() => SyncStatsJson.Write(this);

    /// <summary>Reads the text in the file.</summary>
    /// <returns>Null for a text that every reader replaces by a new count: unreadable, or without resource types.</returns>
    public static SyncStats? TryParse(string? json) =>
        string.IsNullOrEmpty(json) || SyncStatsJson.Read(json) is not { ResourceTypes: > 0 } stats ? null : stats;
}
