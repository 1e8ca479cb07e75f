namespace Baton;

/// <summary>Settings of which at least one is given.</summary>
/// <param name="properties">Names of properties with <see cref="FieldAttribute"/>; write <c>nameof(…)</c>.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class AtLeastOneAttribute(params string[] properties) : Attribute
{
    /// <summary>Names of the properties.</summary>
    public IReadOnlyList<string> Properties { get; } = properties;
}
