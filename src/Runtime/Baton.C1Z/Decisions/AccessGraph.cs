namespace Baton.C1Z;

/// <summary>
/// Answers whether somebody may do something, from one sync of a file that was read once. It never changes: any number of threads may ask.
/// Ids are stored once, everything else in arrays of numbers.
/// </summary>
/// <remarks>
/// In this order: a scope that the caller carries; a grant of the principal, as the file has it; a grant of a group that stands for its members, if
/// the principal is one, directly or through other groups; no.
/// </remarks>
public sealed class AccessGraph
{
    const int None = -1;

    readonly AccessOptions _options;
    readonly ActionTable _actions;
    readonly ResourceTable _resources;
    readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _agents;
    readonly TextTable _entitlements;
    readonly PassingTable _passing;
    readonly Dictionary<int, string> _grantIds; // those that are not made of entitlement and principal

    internal AccessGraph(
        AccessOptions options, ActionTable actions, ResourceTable resources, TextTable entitlements, PassingTable passing, Dictionary<int, string> grantIds)
    {
        (_options, _actions, _resources, _entitlements, _passing, _grantIds) = (options, actions, resources, entitlements, passing, grantIds);
        _agents = options.Agents.ToDictionary(static agent => agent.Key, agent => Place(agent.Value), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

        int Place(ResourceKey agent) => agent.Type.Length > 0 ? resources.Find(resources.Seek(agent.Type, agent.Id)) : None;
    }

    /// <summary>How many grants it holds.</summary>
    public int Grants => _resources.Grants;

    /// <summary>Reads a sync.</summary>
    public static Task<AccessGraph> LoadAsync(SyncView view, AccessOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(view);
        return new AccessGraphBuilder(options ?? new()).BuildAsync(view, cancellationToken);
    }

    /// <summary>Reads the sync of a file that finished last.</summary>
    /// <exception cref="C1ZException">It is not a sound c1z of format v1.</exception>
    public static async Task<AccessGraph> LoadAsync(
        string path, AccessOptions? options = null, C1ZOptions? files = null, CancellationToken cancellationToken = default)
    {
        var reader = await C1ZReader.OpenAsync(path, files, cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
            return await LoadAsync(reader.Current, options, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whether a caller may do something on a resource.</summary>
    /// <param name="caller">An agent id, or <c>type:id</c>, with scopes if it carries any.</param>
    /// <param name="action">For example <c>read</c>; exactly as entitlements are named.</param>
    /// <param name="resource">An address: <c>slos://vaults/{org}/{repo}</c> or <c>type:id</c>, unless the options read others.</param>
    public AccessDecision Check(Caller caller, ReadOnlySpan<char> action, ReadOnlySpan<char> resource)
    {
        var address = _options.Address(resource);
        if (caller.Covering(address.Vault, action) is { } scope)
            return new(this, AccessReason.Scope, scope);
        // What both need is asked for before either is looked at: a check is mostly waiting for memory.
        var isAgent = IsAgent(caller.Id, out var principal);
        var who = isAgent ? default : Principal(caller.Id);
        var what = _resources.Seek(address.Type, address.Id);
        var wanted = _actions.Find(action);
        if (!isAgent)
            principal = _resources.Find(who);
        if (principal < 0)
            return new(this, AccessReason.UnknownPrincipal);
        var on = _resources.Find(what);
        if (on < 0)
            return new(this, AccessReason.UnknownResource);
        if (action.IsEmpty)
            return new(this, AccessReason.Default);
        var isAnyType = address.Type.IsEmpty;
        return Look(AccessReason.Grant, principal, wanted, on, isAnyType) ?? Look(AccessReason.Membership, principal, wanted, on, isAnyType) ??
            new(this, AccessReason.Default);
    }

    internal string EntitlementId(int entitlement) => _entitlements[entitlement];

    internal string GrantId(int grant)
    {
        if (_grantIds.TryGetValue(grant, out var id))
            return id;
        var principal = _resources[_resources.PrincipalOf(grant)];
        return $"{EntitlementId(_resources.EntitlementOf(grant))}:{principal.Type}:{principal.Id}";
    }

    internal IReadOnlyList<AccessStep> Path(int principal, int entitlement)
    {
        var steps = new List<AccessStep>();
        foreach (var grant in _passing.Path(_resources, principal, entitlement))
            steps.Add(new(EntitlementId(_resources.EntitlementOf(grant)), GrantId(grant), _resources[_resources.PrincipalOf(grant)]));
        return steps;
    }

    AccessDecision? Look(AccessReason reason, int principal, int wanted, int on, bool isAnyType)
    {
        for (var key = on; key >= 0; key = isAnyType ? _resources.NextOf(key) : None)
        {
            foreach (var (entitlement, name) in _resources.EntitlementsOf(key))
            {
                if (!_actions.Covers(name, wanted))
                    continue;
                var grant = reason == AccessReason.Grant ? _resources.GrantOf(principal, entitlement) : _passing.Find(_resources, principal, entitlement);
                if (grant >= 0)
                    return new AccessDecision(this, reason, null, principal, entitlement, grant);
            }
        }
        return null;
    }

    bool IsAgent(ReadOnlySpan<char> id, out int principal)
    {
        principal = None;
        return _options.Agents.Count > 0 && _agents.TryGetValue(id, out principal);
    }

    /// <summary>The principal that <c>type:id</c> names; nobody, where it does not.</summary>
    ResourceTable.Sought Principal(ReadOnlySpan<char> id) =>
        _options.AcceptsKeys && id.IndexOf(':') is > 0 and var colon ? _resources.Seek(id[..colon], id[(colon + 1)..]) : default;
}
