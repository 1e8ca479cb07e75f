using System.ComponentModel;

namespace Baton.CompilerServices;

/// <summary>An action, as declared with <see cref="ActionAttribute"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ActionDefinition
{
    /// <summary>Name by which it is invoked.</summary>
    public required string Name { get; init; }

    /// <summary>Name shown to people.</summary>
    public required string DisplayName { get; init; }

    /// <summary>One sentence on what it does, or empty.</summary>
    public string Description { get; init; } = "";

    /// <summary>What it does.</summary>
    public IReadOnlyList<ActionType> Types { get; init; } = [];

    /// <summary>What it takes.</summary>
    public IReadOnlyList<FormFieldDefinition> Arguments { get; init; } = [];

    /// <summary>What it answers.</summary>
    public IReadOnlyList<FormFieldDefinition> Results { get; init; } = [];

    /// <summary>How its arguments depend on each other.</summary>
    public IReadOnlyList<ActionConstraintDefinition> Constraints { get; init; } = [];
}

/// <summary>How arguments depend on each other, as declared with <see cref="ActionConstraintAttribute"/>.</summary>
/// <param name="Kind">How.</param>
/// <param name="Arguments">Names of arguments.</param>
/// <param name="On">Names of the arguments that the others need.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ActionConstraintDefinition(ActionConstraintKind Kind, IReadOnlyList<string> Arguments, IReadOnlyList<string> On);
