using System.ComponentModel;

namespace Baton.CompilerServices;

/// <summary>What the value of a setting or of a field of a form must be like; see <see cref="ValueRulesAttribute"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ConfigFieldRules
{
    /// <summary>No rules.</summary>
    public static ConfigFieldRules None { get; } = new();

    /// <summary>Bytes of a text.</summary>
    public long? Length { get; init; }

    /// <summary>Fewest bytes of a text.</summary>
    public long? MinLength { get; init; }

    /// <summary>Most bytes of a text.</summary>
    public long? MaxLength { get; init; }

    /// <summary>POSIX extended regular expression.</summary>
    public string? Pattern { get; init; }

    /// <summary>Beginning of a text.</summary>
    public string? Prefix { get; init; }

    /// <summary>End of a text.</summary>
    public string? Suffix { get; init; }

    /// <summary>Part of a text.</summary>
    public string? Contains { get; init; }

    /// <summary>Not a part of a text.</summary>
    public string? NotContains { get; init; }

    /// <summary>The only value, as text.</summary>
    public string? Equal { get; init; }

    /// <summary>The only values; empty when any is allowed.</summary>
    public IReadOnlyList<string> In { get; init; } = [];

    /// <summary>Values that are not allowed.</summary>
    public IReadOnlyList<string> NotIn { get; init; } = [];

    /// <summary>Form of a text.</summary>
    public WellKnown WellKnown { get; init; }

    /// <summary>Least number.</summary>
    public long? Min { get; init; }

    /// <summary>Greatest number.</summary>
    public long? Max { get; init; }

    /// <summary>A number must be greater.</summary>
    public long? Above { get; init; }

    /// <summary>A number must be less.</summary>
    public long? Below { get; init; }

    /// <summary>Fewest items of a list.</summary>
    public long? MinItems { get; init; }

    /// <summary>Most items of a list.</summary>
    public long? MaxItems { get; init; }

    /// <summary>No item of a list twice.</summary>
    public bool Unique { get; init; }

    /// <summary>Apply to empty values too.</summary>
    public bool ValidateEmpty { get; init; }
}
