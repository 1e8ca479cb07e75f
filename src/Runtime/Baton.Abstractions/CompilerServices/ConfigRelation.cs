using System.ComponentModel;

namespace Baton.CompilerServices;

/// <summary>What settings have to do with each other.</summary>
/// <param name="Kind">How.</param>
/// <param name="Fields">Names of settings.</param>
/// <param name="Others">For <see cref="ConfigRelationKind.DependentOn"/>: those that have to be given with them; else empty.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ConfigRelation(ConfigRelationKind Kind, IReadOnlyList<string> Fields, IReadOnlyList<string> Others);

/// <summary>How settings are related.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum ConfigRelationKind
{
    /// <summary>All or none.</summary>
    RequiredTogether,

    /// <summary>At least one.</summary>
    AtLeastOne,

    /// <summary>At most one.</summary>
    MutuallyExclusive,

    /// <summary>The first only with the others.</summary>
    DependentOn,
}
