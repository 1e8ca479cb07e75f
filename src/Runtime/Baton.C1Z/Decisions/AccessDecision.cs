namespace Baton.C1Z;

/// <summary>Why something is allowed or denied.</summary>
public enum AccessReason
{
    /// <summary>Nothing allows it.</summary>
    Default,

    /// <summary>The caller carries a scope that covers it.</summary>
    Scope,

    /// <summary>A grant of the principal itself, direct or by expansion, covers it.</summary>
    Grant,

    /// <summary>A grant of a group covers it, and the principal is a member, directly or through other groups.</summary>
    Membership,

    /// <summary>The caller is no principal of the file.</summary>
    UnknownPrincipal,

    /// <summary>The address means no resource of the file.</summary>
    UnknownResource,
}

/// <summary>An answer. What it says in words is made when it is asked for.</summary>
public readonly struct AccessDecision
{
    readonly AccessGraph _graph;
    readonly string? _scope;
    readonly int _principal;
    readonly int _entitlement;
    readonly int _grant;

    internal AccessDecision(AccessGraph graph, AccessReason reason, string? scope = null, int principal = -1, int entitlement = -1, int grant = -1) =>
        (_graph, Reason, _scope, _principal, _entitlement, _grant) = (graph, reason, scope, principal, entitlement, grant);

    /// <summary>Whether it is allowed.</summary>
    public bool IsAllowed => Reason is AccessReason.Scope or AccessReason.Grant or AccessReason.Membership;

    /// <summary>Why.</summary>
    public AccessReason Reason { get; }

    /// <summary>The scope that decided, or null.</summary>
    public string? Scope => _scope;

    /// <summary>The grant that decided, or null: that of the group, when a membership decided.</summary>
    public string? GrantId => _grant < 0 ? null : _graph.GrantId(_grant);

    /// <summary>The entitlement of that grant, or null.</summary>
    public string? EntitlementId => _entitlement < 0 ? null : _graph.EntitlementId(_entitlement);

    /// <summary>
    /// The grants that lead from the principal to that entitlement: first what the principal holds, each next step what the one before gives. Empty
    /// unless a grant decided.
    /// </summary>
    public IReadOnlyList<AccessStep> Path => _entitlement < 0 ? [] : _graph.Path(_principal, _entitlement);

    /// <summary>The reason in words.</summary>
    public override string ToString() => Reason switch
    {
        AccessReason.Scope => $"allowed by the scope {_scope}",
        AccessReason.Grant => $"allowed by the grant {GrantId}",
        AccessReason.Membership => $"allowed by the grant {GrantId}, through {string.Join(", ", Path.SkipLast(1).Select(static step => step.GrantId))}",
        AccessReason.UnknownPrincipal => "denied: the caller is no principal of the file",
        AccessReason.UnknownResource => "denied: the address means no resource of the file",
        _ => "denied: no scope and no grant covers it",
    };
}
