namespace Baton;

/// <summary>A setting that can be given only together with others.</summary>
/// <param name="property">Name of the property with <see cref="FieldAttribute"/> that depends; write <c>nameof(…)</c>.</param>
/// <param name="others">Names of the properties that have to be given with it.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class DependentOnAttribute(string property, params string[] others) : Attribute
{
    /// <summary>Name of the property that depends.</summary>
    public string Property { get; } = property;

    /// <summary>Names of the others.</summary>
    public IReadOnlyList<string> Others { get; } = others;
}
