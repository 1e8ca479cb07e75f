namespace Baton.C1Z;

/// <summary>What could not be expanded since an entitlement is not in the file.</summary>
public sealed class DroppedEdges
{
    /// <summary>How many examples are kept.</summary>
    public const int MaxExamples = 25;

    readonly List<string> _examples = [];

    /// <summary>How many there are.</summary>
    public long Count { get; private set; }

    /// <summary>Some of them, in words.</summary>
    public IReadOnlyList<string> Examples => _examples;

    internal void Source(string entitlementId, string grantId) => Add(entitlementId, grantId, "whose holders it stands for");

    internal void Destination(string entitlementId, string grantId) => Add(entitlementId, grantId, "which it gives");

    void Add(string entitlementId, string grantId, string role)
    {
        if (Count++ < MaxExamples)
            _examples.Add($"{grantId}: there is no entitlement {entitlementId}, {role}");
    }
}
