using System.ComponentModel;

namespace Baton.CompilerServices;

/// <summary>A setting of the connector as the command line sees it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ConfigFieldDefinition
{
    /// <summary>Name of the flag without dashes; also the key in the configuration file.</summary>
    public required string Name { get; init; }

    /// <summary>Kind of value.</summary>
    public required ConfigFieldKind Kind { get; init; }

    /// <summary>What it means, for <c>--help</c>.</summary>
    public string? Description { get; init; }

    /// <summary>Must be given.</summary>
    public bool Required { get; init; }

    /// <summary>Never shown or logged.</summary>
    public bool Secret { get; init; }

    /// <summary>Not shown by <c>--help</c>.</summary>
    public bool Hidden { get; init; }

    /// <summary>Every connector has the flag; the form shows it as well.</summary>
    public bool Shared { get; init; }

    /// <summary>One-letter flag, or <c>'\0'</c>.</summary>
    public char ShortHand { get; init; }

    /// <summary>The default as text for <c>--help</c>, or null.</summary>
    public string? Default { get; init; }

    /// <summary>The only values allowed; empty when any is.</summary>
    public IReadOnlyList<string> Allowed { get; init; } = [];

    /// <summary>What a value must be like.</summary>
    public ConfigFieldRules Rules { get; init; } = ConfigFieldRules.None;
}

/// <summary>The kinds of value that a setting can have.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum ConfigFieldKind
{
    /// <summary>Text.</summary>
    String,

    /// <summary>True or false.</summary>
    Bool,

    /// <summary>A whole number of 32 bits.</summary>
    Int,

    /// <summary>A whole number of 64 bits.</summary>
    Long,

    /// <summary>An absolute address.</summary>
    Uri,

    /// <summary>A list of texts: the flag repeated, or values joined by commas.</summary>
    StringList,

    /// <summary>Texts by name: <c>name=value</c>, joined by commas.</summary>
    StringMap,

    /// <summary>The path of a file, whose contents are the value.</summary>
    File,
}
