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
    readonly Keys32 _keys;
    readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _agents;
    readonly EntitlementTable _entitlements;
    readonly HeldTable _held;
    readonly PassingTable _passing;

    internal AccessGraph(AccessOptions options, ActionTable actions, Keys32 keys, EntitlementTable entitlements, HeldTable held, PassingTable passing)
    {
        (_options, _actions, _keys, _entitlements, _held, _passing) = (options, actions, keys, entitlements, held, passing);
        _agents = options.Agents.ToDictionary(static agent => agent.Key, agent => keys.Find(agent.Value.Type, agent.Value.Id), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>How many grants it holds.</summary>
    public int Grants => _held.Count;

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
        var principal = PrincipalOf(caller.Id);
        if (principal < 0)
            return new(this, AccessReason.UnknownPrincipal);
        var isAnyType = address.Type.IsEmpty;
        var on = address.Id.IsEmpty ? None : isAnyType ? _keys.FirstOf(address.Id) : _keys.Find(address.Type, address.Id);
        if (on < 0)
            return new(this, AccessReason.UnknownResource);
        if (action.IsEmpty)
            return new(this, AccessReason.Default);
        var wanted = _actions.Find(action);
        for (var key = on; key >= 0; key = isAnyType ? _keys.NextOf(key) : None)
        {
            foreach (var entitlement in _entitlements.Of(key))
            {
                if (_actions.Covers(_entitlements.NameOf(entitlement), wanted) && _held.Find(principal, entitlement) is >= 0 and var grant)
                    return new(this, AccessReason.Grant, null, principal, entitlement, grant);
            }
        }
        return _passing.IsEmpty ? new(this, AccessReason.Default) : ThroughGroups(principal, wanted, on, isAnyType);
    }

    internal string EntitlementId(int entitlement) => _entitlements.IdOf(entitlement);

    internal string GrantId(int grant) => _held.IdOf(grant, _entitlements, _keys);

    internal IReadOnlyList<AccessStep> Path(int principal, int entitlement)
    {
        var steps = new List<AccessStep>();
        foreach (var grant in _passing.Path(_held, principal, _keys.TypeOf(principal), entitlement))
            steps.Add(new(EntitlementId(_held.EntitlementOf(grant)), GrantId(grant), _keys[_held.PrincipalOf(grant)]));
        return steps;
    }

    AccessDecision ThroughGroups(int principal, int wanted, int on, bool isAnyType)
    {
        if (_held.HoldsNothing(principal))
            return new(this, AccessReason.Default);
        var type = _keys.TypeOf(principal);
        for (var key = on; key >= 0; key = isAnyType ? _keys.NextOf(key) : None)
        {
            foreach (var entitlement in _entitlements.Of(key))
            {
                if (_actions.Covers(_entitlements.NameOf(entitlement), wanted) && _passing.Find(_held, principal, type, entitlement) is >= 0 and var grant)
                    return new(this, AccessReason.Membership, null, principal, entitlement, grant);
            }
        }
        return new(this, AccessReason.Default);
    }

    int PrincipalOf(ReadOnlySpan<char> id)
    {
        if (_options.Agents.Count > 0 && _agents.TryGetValue(id, out var principal))
            return principal;
        if (!_options.AcceptsKeys || id.IndexOf(':') is not (> 0 and var colon))
            return None;
        return _keys.Find(id[..colon], id[(colon + 1)..]);
    }
}
