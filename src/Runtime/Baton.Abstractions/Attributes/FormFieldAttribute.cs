namespace Baton;

/// <summary>
/// Says more about a field of a form that C1 shows: a parameter of the record that a <see cref="CreateAccountAttribute"/> method takes, a
/// parameter of an action, or a parameter of an action's result. The field's kind is the parameter's type, and it is required unless
/// the parameter can be null or has a default. What is entered is held against the rules before the method is called.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter, Inherited = false)]
public sealed class FormFieldAttribute : ValueRulesAttribute
{
    /// <summary>Name of the field; made from the parameter's when not set (<c>firstName</c> becomes <c>first_name</c>).</summary>
    public string? Name { get; set; }

    /// <summary>Name shown to people; made from the name when not set.</summary>
    public string? DisplayName { get; set; }

    /// <summary>One sentence on the field.</summary>
    public string? Description { get; set; }

    /// <summary>An example of a value.</summary>
    public string? Placeholder { get; set; }

    /// <summary>Whether the value must not be shown.</summary>
    public bool Secret { get; set; }
}
