namespace Baton.Testing;

/// <summary>What the conformance kit has to know about a connector and its source.</summary>
public sealed record ConformanceOptions
{
    /// <summary>Arguments of every run, without <c>--file</c>.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Environment and HTTP of every run; file and clock are the kit's.</summary>
    public ConnectorRunOptions Run { get; init; } = new();

    /// <summary>
    /// Whether the source is one that tests may change. Then whatever the connector can grant is granted and revoked again, to a resource
    /// and a principal of the kit's choice. Off, unless set: a source may be a real one.
    /// </summary>
    public bool MayChangeSource { get; init; }

    /// <summary>Whether a principal may be granted something: a source's own, built-in accounts often may not. All may, unless set.</summary>
    public Func<Principal, bool> MayGrantTo { get; init; } = static _ => true;

    /// <summary>How many times a sync is interrupted and gone on with, spread over its length. 8 unless set.</summary>
    public int Interruptions { get; init; } = 8;

    /// <summary>How long one run may take. Two minutes unless set.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromMinutes(2);
}
