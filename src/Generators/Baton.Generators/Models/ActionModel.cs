using Baton.Generators.Helpers;

namespace Baton.Generators.Models;

/// <summary>An <c>[Action]</c> method.</summary>
/// <param name="Types">Names of members of <c>Baton.ActionType</c>.</param>
/// <param name="Fields">What the action takes, in the order of the method's parameters, without the cancellation token.</param>
/// <param name="Token">Position of the cancellation token among the parameters; -1 when the method takes none.</param>
/// <param name="Result">The record that the method answers with; null when it answers nothing.</param>
sealed record ActionModel(
    string Method,
    bool IsStatic,
    string Name,
    string DisplayName,
    string? Description,
    EquatableArray<string> Types,
    EquatableArray<FormFieldModel> Fields,
    int Token,
    FormModel? Result,
    EquatableArray<ActionConstraintModel> Constraints);

/// <summary>How arguments depend on each other.</summary>
/// <param name="Kind">Name of the member of <c>Baton.ActionConstraintKind</c>.</param>
/// <param name="Fields">Names of fields.</param>
/// <param name="On">Names of the fields that the others need.</param>
sealed record ActionConstraintModel(string Kind, EquatableArray<string> Fields, EquatableArray<string> On);
