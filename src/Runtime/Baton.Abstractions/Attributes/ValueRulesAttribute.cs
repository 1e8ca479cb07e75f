namespace Baton;

/// <summary>
/// Rules for the value of a setting (<see cref="FieldAttribute"/>) or of a field of a form (<see cref="FormFieldAttribute"/>). Empty values
/// skip all rules unless <see cref="ValidateEmpty"/> is set; for a list, rules about text apply to its items.
/// </summary>
public abstract class ValueRulesAttribute : Attribute
{
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

    /// <summary>Text, number or truth value: the only value, as text.</summary>
    public string? Equal { get; set; }

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
