namespace Baton;

/// <summary>Says how arguments of an <see cref="ActionAttribute"/> method depend on each other. The runtime refuses an invocation that breaks it.</summary>
/// <param name="kind">How.</param>
/// <param name="arguments">Names of at least two of the method's parameters (<c>nameof(…)</c>); for <see cref="ActionConstraintKind.DependentOn"/>, of the dependent ones.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class ActionConstraintAttribute(ActionConstraintKind kind, params string[] arguments) : Attribute
{
    /// <summary>How they depend on each other.</summary>
    public ActionConstraintKind Kind { get; } = kind;

    /// <summary>Names of parameters.</summary>
    public IReadOnlyList<string> Arguments { get; } = arguments;

    /// <summary>For <see cref="ActionConstraintKind.DependentOn"/>: names of the parameters that the others need.</summary>
    public string[] On { get; set; } = [];
}
