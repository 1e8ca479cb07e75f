namespace Baton.Sync;

/// <summary>Something that is missing in the result of a sync that went on; equal causes are one warning.</summary>
/// <param name="Text">What is missing, and why.</param>
/// <param name="Count">How often it happened.</param>
/// <param name="Examples">The first few cases, at most <see cref="MaxExamples"/>.</param>
public sealed record SyncWarning(string Text, long Count, IReadOnlyList<string> Examples)
{
    /// <summary>How many cases are kept as examples.</summary>
    public const int MaxExamples = 25;

    /// <summary>The warning in one line.</summary>
    public override string ToString() => Examples.Count == 0
        ? Text
        : $"{Text} ({Count}): {string.Join(", ", Examples)}{(Count > Examples.Count ? ", …" : "")}";
}
