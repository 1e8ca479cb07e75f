namespace Baton;

/// <summary>
/// Makes a property of a <see cref="ConnectorConfigAttribute"/> record a setting: a flag, an environment variable (<c>BATON_…</c>), a key in
/// the configuration file, and an entry of the <c>config</c> document. A <c>required</c> property is a required setting. Empty values skip
/// all rules unless <see cref="ValidateEmpty"/> is set; for a list, rules about text apply to its items.
/// </summary>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class FieldAttribute : Attribute
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

    /// <summary>Text: the number of bytes that it must have.</summary>
    public long Length { get; set; }

    /// <summary>Text: the fewest bytes.</summary>
    public long MinLength { get; set; }

    /// <summary>Text: the most bytes.</summary>
    public long MaxLength { get; set; }

    /// <summary>Text: a POSIX extended regular expression that some part of it must match.</summary>
    public string? Pattern { get; set; }

    /// <summary>Text: what it must begin with.</summary>
    public string? Prefix { get; set; }

    /// <summary>Text: what it must end with.</summary>
    public string? Suffix { get; set; }

    /// <summary>Text: what it must contain.</summary>
    public string? Contains { get; set; }

    /// <summary>Text: what it must not contain.</summary>
    public string? NotContains { get; set; }

    /// <summary>Text or number: the only values; numbers are written as text.</summary>
    public string[] In { get; set; } = [];

    /// <summary>Text or number: values that it must not be.</summary>
    public string[] NotIn { get; set; } = [];

    /// <summary>Text: a form that many programs know.</summary>
    public WellKnown WellKnown { get; set; }

    /// <summary>Number: the least.</summary>
    public long Min { get; set; }

    /// <summary>Number: the greatest.</summary>
    public long Max { get; set; }

    /// <summary>Number: it must be greater than this.</summary>
    public long Above { get; set; }

    /// <summary>Number: it must be less than this.</summary>
    public long Below { get; set; }

    /// <summary>List: the fewest items.</summary>
    public long MinItems { get; set; }

    /// <summary>List: the most items.</summary>
    public long MaxItems { get; set; }

    /// <summary>List: no item twice.</summary>
    public bool Unique { get; set; }

    /// <summary>Apply the rules to empty values too.</summary>
    public bool ValidateEmpty { get; set; }
}
