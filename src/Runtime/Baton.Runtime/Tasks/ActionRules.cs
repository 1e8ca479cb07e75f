using Baton.CompilerServices;

namespace Baton.Tasks;

/// <summary>Holds the arguments of an action against their rules, and its constraints. An argument is there when it is not null.</summary>
static class ActionRules
{
    /// <exception cref="ConnectorException"><see cref="ErrorCode.InvalidArgument"/>: they break one.</exception>
    internal static void Check(ActionDefinition action, ValueMap arguments)
    {
        FormRules.Check(action.Arguments, arguments);
        foreach (var constraint in action.Constraints)
        {
            var given = constraint.Arguments.Where(name => arguments[name] is not null).ToList();
            var problem = constraint.Kind switch
            {
                ActionConstraintKind.RequiredTogether when given.Count > 0 && given.Count < constraint.Arguments.Count =>
                    $"are needed together: {string.Join(", ", constraint.Arguments)}",
                ActionConstraintKind.AtLeastOne when given.Count == 0 => $"are missing, one of which is needed: {string.Join(", ", constraint.Arguments)}",
                ActionConstraintKind.MutuallyExclusive when given.Count > 1 => $"exclude each other: {string.Join(", ", given)}",
                ActionConstraintKind.DependentOn when given.Count > 0 && constraint.On.Any(name => arguments[name] is null) =>
                    $"are needed for {string.Join(", ", given)}: {string.Join(", ", constraint.On)}",
                _ => null,
            };
            if (problem is not null)
                throw new ConnectorException(ErrorCode.InvalidArgument, $"arguments of action \"{action.Name}\" {problem}");
        }
    }
}
