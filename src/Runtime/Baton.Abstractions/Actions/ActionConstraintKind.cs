namespace Baton;

/// <summary>How arguments depend on each other. Numbers are those of <c>c1.config.v1.ConstraintKind</c>.</summary>
public enum ActionConstraintKind
{
    /// <summary>All or none.</summary>
    RequiredTogether = 1,

    /// <summary>One or more.</summary>
    AtLeastOne = 2,

    /// <summary>Not more than one.</summary>
    MutuallyExclusive = 3,

    /// <summary>Only together with others.</summary>
    DependentOn = 4,
}
