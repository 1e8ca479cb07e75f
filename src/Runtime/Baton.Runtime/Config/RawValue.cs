namespace Baton.Config;

/// <summary>What somebody gave for a setting, before it is converted.</summary>
/// <param name="Texts">The texts: one for each time that a flag was given, one for a variable, the elements of a list in a file.</param>
/// <param name="Origin">Where it comes from, for messages: the flag, the variable, or file and line.</param>
/// <param name="Kind">The kind of source.</param>
sealed record RawValue(IReadOnlyList<string> Texts, string Origin, RawKind Kind);

enum RawKind
{
    /// <summary>A flag; a list may be given by several, each with values joined by commas.</summary>
    Flag,

    /// <summary>One text of a variable or a file; for a list, values joined by commas.</summary>
    Text,

    /// <summary>A list in a file: the elements are taken as they are.</summary>
    Elements,

    /// <summary>A mapping in a file from names to values: each as <c>name=value</c>.</summary>
    Pairs,

    /// <summary>Something in a file that is neither a value nor a list or a mapping of values.</summary>
    Structure,
}
