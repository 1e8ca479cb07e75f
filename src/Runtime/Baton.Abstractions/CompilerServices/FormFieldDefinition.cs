using System.ComponentModel;

namespace Baton.CompilerServices;

/// <summary>A field of a form that C1 shows.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FormFieldDefinition
{
    /// <summary>Name by which the value is sent.</summary>
    public required string Name { get; init; }

    /// <summary>Kind of value.</summary>
    public required FormFieldKind Kind { get; init; }

    /// <summary>Name shown to people.</summary>
    public required string DisplayName { get; init; }

    /// <summary>One sentence on the field, or empty.</summary>
    public string Description { get; init; } = "";

    /// <summary>An example, or empty.</summary>
    public string Placeholder { get; init; } = "";

    /// <summary>Whether there must be a value.</summary>
    public bool Required { get; init; }

    /// <summary>Whether the value must not be shown.</summary>
    public bool Secret { get; init; }

    /// <summary>The default as invariant text; null when there is none.</summary>
    public string? Default { get; init; }

    /// <summary>The values that are allowed, for a choice; empty for any.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>What a value must be like.</summary>
    public ConfigFieldRules Rules { get; init; } = ConfigFieldRules.None;

    /// <summary>Types whose resources can be named (a function, since types may refer to each other).</summary>
    public Func<IReadOnlyList<ResourceTypeDefinition>> ResourceTypes { get; init; } = static () => [];
}

/// <summary>Kinds of values of a form.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum FormFieldKind
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A truth value.</summary>
    Truth,

    /// <summary>Several texts.</summary>
    TextList,

    /// <summary>Texts by name.</summary>
    TextMap,

    /// <summary>A resource.</summary>
    Resource,

    /// <summary>Several resources.</summary>
    ResourceList,

    /// <summary>A resource with its name and description.</summary>
    WholeResource,

    /// <summary>Several of those.</summary>
    WholeResourceList,

    /// <summary>Several entitlements.</summary>
    EntitlementList,

    /// <summary>Several grants.</summary>
    GrantList,
}
