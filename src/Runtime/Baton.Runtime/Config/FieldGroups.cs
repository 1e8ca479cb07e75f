using Baton.Cli;
using Baton.CompilerServices;

namespace Baton.Config;

/// <summary>Chooses one of several ways to sign in: only its settings are checked.</summary>
static class FieldGroups
{
    public const string Flag = "auth-method";

    /// <summary>The settings to check, and the relations that the choice leaves possible.</summary>
    /// <param name="manifest">The connector.</param>
    /// <param name="fields">All of its settings.</param>
    /// <param name="chosen">Name of a group; an unknown or empty one means the default group, else the first.</param>
    public static (IReadOnlyList<Flag> Fields, IReadOnlyList<ConfigRelation> Relations) Choose(
        ConnectorManifest manifest, IReadOnlyList<Flag> fields, string? chosen)
    {
        var groups = manifest.ConfigGroups;
        if (groups.Count == 0)
            return (fields, manifest.ConfigRelations);
        var group = groups.FirstOrDefault(g => g.Name == chosen) ?? groups.FirstOrDefault(static g => g.IsDefault) ?? groups[0];
        var others = groups.Where(g => g != group).SelectMany(static g => g.Fields).Except(group.Fields).ToHashSet(StringComparer.Ordinal);
        return (
            [.. fields.Where(f => !others.Contains(f.Name))],
            // What only other groups have cannot be asked for.
            [.. manifest.ConfigRelations.Where(relation => !relation.Fields.Concat(relation.Others).Any(others.Contains))]);
    }
}
