namespace Baton;

/// <summary>
/// Makes a property of a <see cref="ConnectorConfigAttribute"/> record a setting: a flag, an environment variable (<c>BATON_…</c>), a key in
/// the configuration file, and an entry of the <c>config</c> document. A <c>required</c> property is a required setting. Its value
/// keeps the rules of <see cref="ValueRulesAttribute"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class FieldAttribute : ValueRulesAttribute
{
    /// <summary>Name of the flag; when null, the property's name in kebab case.</summary>
    public string? Name { get; set; }

    /// <summary>Name shown to people.</summary>
    public string? DisplayName { get; set; }

    /// <summary>What the setting means.</summary>
    public string? Description { get; set; }

    /// <summary>Example shown in an empty form field.</summary>
    public string? Placeholder { get; set; }

    /// <summary>A value that the form offers; it is never used unless somebody takes it.</summary>
    public string? Suggested { get; set; }

    /// <summary>Never shown, logged or echoed in an error.</summary>
    public bool Secret { get; set; }

    /// <summary>Not shown by <c>--help</c>.</summary>
    public bool Hidden { get; set; }

    /// <summary>One-letter flag.</summary>
    public char ShortHand { get; set; }

    /// <summary>Must be given when its <see cref="FieldGroupAttribute"/> is chosen; outside of groups write the <c>required</c> modifier.</summary>
    public bool Required { get; set; }

    /// <summary>
    /// The setting is the flag of this name that every connector has, such as <c>ticketing</c>: it is shown in the form too, with the texts
    /// given here, and the property has its value.
    /// </summary>
    public bool Shared { get; set; }

    /// <summary>How a text comes about.</summary>
    public FieldInput Input { get; set; }

    /// <summary>Who sets it.</summary>
    public FieldExport Export { get; set; }

    /// <summary>Endings of file names that the form offers for a <c>byte[]</c>, for example <c>.pem</c>.</summary>
    public string[] Extensions { get; set; } = [];
}
