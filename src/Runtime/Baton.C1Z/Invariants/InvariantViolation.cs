namespace Baton.C1Z;

/// <summary>Rows of a sync that contradict each other in one way.</summary>
public sealed class InvariantViolation
{
    /// <summary>How many examples are kept.</summary>
    public const int MaxExamples = 25;

    const int MaxLength = 120;

    readonly List<string> _examples = [];

    internal InvariantViolation(string id, bool isHard, string text) => (Id, IsHard, Text) = (id, isHard, text);

    /// <summary>The invariant, such as <c>I7</c>.</summary>
    public string Id { get; }

    /// <summary>Whether the sync is of no use; otherwise something is missing in it.</summary>
    public bool IsHard { get; }

    /// <summary>What is wrong, and where to look for the cause.</summary>
    public string Text { get; }

    /// <summary>How many rows there are.</summary>
    public long Count { get; private set; }

    /// <summary>The ids of some of them.</summary>
    public IReadOnlyList<string> Examples => _examples;

    /// <summary>No more examples are wanted.</summary>
    internal bool IsFull => _examples.Count == MaxExamples;

    internal void Add(string example, long count = 1)
    {
        Count += count;
        if (_examples.Count < MaxExamples)
            _examples.Add(example.Length <= MaxLength ? example : string.Concat(example.AsSpan(0, MaxLength), "…"));
    }
}
