using Baton.Cli;
using Baton.CompilerServices;

namespace Baton.Config;

/// <summary>Checks what settings have to do with each other. A setting counts as given whatever its value.</summary>
static class FieldRelations
{
    /// <exception cref="UsageException">A relation is broken; the first one is named.</exception>
    public static void Check(IEnumerable<ConfigRelation> relations, Func<string, bool> isGiven)
    {
        foreach (var relation in relations)
        {
            if (Broken(relation, isGiven) is { } problem)
                throw new UsageException(problem);
        }
    }

    static string? Broken(ConfigRelation relation, Func<string, bool> isGiven)
    {
        var given = relation.Fields.Where(isGiven).ToList();
        var missing = relation.Fields.Where(name => !isGiven(name)).ToList();
        return relation.Kind switch
        {
            ConfigRelationKind.RequiredTogether when given.Count > 0 && missing.Count > 0 =>
                $"fields marked as needed together are missing: {List(missing)}",
            ConfigRelationKind.MutuallyExclusive when given.Count > 1 => $"fields marked as mutually exclusive were set: {List(given)}",
            ConfigRelationKind.AtLeastOne when given.Count == 0 => $"at least one field was expected, any of: {List(relation.Fields)}",
            ConfigRelationKind.DependentOn when given.Count > 0 && !relation.Others.All(isGiven) =>
                $"set fields {List(given)} are dependent on {List(relation.Others)} being set",
            _ => null,
        };
    }

    static string List(IReadOnlyList<string> names)
    {
        var quoted = names.Select(static name => $"'{name}'").ToList();
        return "(" + quoted.Count switch
        {
            1 => quoted[0],
            2 => $"{quoted[0]} and {quoted[1]}",
            _ => $"{string.Join(", ", quoted[..^1])}, and {quoted[^1]}",
        } + ")";
    }
}
