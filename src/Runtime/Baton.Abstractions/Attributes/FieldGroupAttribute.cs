namespace Baton;

/// <summary>
/// One of several ways to sign in: the settings that belong to it. <c>--auth-method</c> chooses; without it the default group counts, else
/// the first. Only the settings of the chosen group are checked, so make those of groups optional and mark them <c>Required = true</c>.
/// </summary>
/// <param name="name">Name for <c>--auth-method</c>.</param>
/// <param name="properties">Names of properties with <see cref="FieldAttribute"/>; write <c>nameof(…)</c>.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class FieldGroupAttribute(string name, params string[] properties) : Attribute
{
    /// <summary>Name for <c>--auth-method</c>.</summary>
    public string Name { get; } = name;

    /// <summary>Names of the properties.</summary>
    public IReadOnlyList<string> Properties { get; } = properties;

    /// <summary>Name shown to people.</summary>
    public string? DisplayName { get; set; }

    /// <summary>What this way to sign in needs.</summary>
    public string? HelpText { get; set; }

    /// <summary>Counts when nothing is chosen.</summary>
    public bool Default { get; set; }
}
