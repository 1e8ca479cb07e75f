using Baton.Protocol;
using Baton.Protocol.Connector.V2;

namespace Baton.C1Z.Tests;

/// <summary>
/// What expansion must come to, said as plainly as possible: everything in memory, reachability by trying all paths, one edge after the
/// other. Shares nothing with the code under test.
/// </summary>
sealed class NaiveExpansion
{
    readonly HashSet<string> _entitlements;
    readonly Dictionary<(string From, string To), (bool Shallow, HashSet<string>? Types)> _edges = [];
    readonly Dictionary<string, HashSet<string>> _reaches;
    readonly List<Grant> _grants;

    NaiveExpansion(IEnumerable<string> entitlements, IEnumerable<Grant> grants)
    {
        _entitlements = [.. entitlements];
        _grants = [.. grants.Select(static g => g.Clone())];
        foreach (var grant in _grants)
            AddEdges(grant);
        _reaches = _entitlements.ToDictionary(static e => e, Reachable);
    }

    /// <summary>The grants as they must be stored.</summary>
    public static IReadOnlyList<Grant> Run(IEnumerable<string> entitlements, IEnumerable<Grant> grants)
    {
        var world = new NaiveExpansion(entitlements, grants);
        var todo = world._entitlements.ToList();
        while (todo.Count > 0)
        {
            // One whose every feeding component is finished.
            var next = todo.First(d => !todo.Any(s => world._reaches[s].Contains(d) && !world.AreOne(s, d)));
            foreach (var member in todo.Where(e => world.AreOne(e, next)).ToList())
            {
                world.Fill(member);
                todo.Remove(member);
            }
        }
        return world._grants;
    }

    bool AreOne(string x, string y) => x == y || (_reaches[x].Contains(y) && _reaches[y].Contains(x));

    void AddEdges(Grant carrier)
    {
        var annotation = carrier.Annotations.SingleOrDefault(static a => a.Is(GrantExpandable.Descriptor));
        if (annotation is null)
            return;
        carrier.Annotations.Remove(annotation);
        var expandable = annotation.Unpack<GrantExpandable>();
        foreach (var source in expandable.EntitlementIds.Where(_entitlements.Contains))
        {
            if (_entitlements.Contains(carrier.Entitlement.Id))
                AddEdge((source, carrier.Entitlement.Id), expandable.Shallow, expandable.ResourceTypeIds.Count == 0 ? null : [.. expandable.ResourceTypeIds]);
        }
    }

    void AddEdge((string, string) ends, bool shallow, HashSet<string>? types) => _edges[ends] = _edges.TryGetValue(ends, out var known)
        ? (known.Shallow && shallow, known.Types is null || types is null ? null : [.. known.Types, .. types])
        : (shallow, types);

    HashSet<string> Reachable(string from)
    {
        var reached = new HashSet<string>();
        void Visit(string at)
        {
            foreach (var (ends, _) in _edges)
            {
                if (ends.From == at && reached.Add(ends.To))
                    Visit(ends.To);
            }
        }
        Visit(from);
        return reached;
    }

    void Fill(string destination)
    {
        // The edge between two components is the sum of all edges between their entitlements.
        var incoming = _edges.Where(e => AreOne(e.Key.To, destination) && !AreOne(e.Key.From, destination)).ToList();
        var sources = _entitlements.Where(s => incoming.Any(e => AreOne(e.Key.From, s))).Order(StringComparer.Ordinal);
        var contributions = new Dictionary<(string Type, string Id), SortedDictionary<string, bool>>();
        foreach (var source in sources)
        {
            var edges = incoming.Where(e => AreOne(e.Key.From, source)).Select(static e => e.Value).ToList();
            var isShallow = edges.TrueForAll(static e => e.Shallow);
            var types = edges.Exists(static e => e.Types is null) ? null : edges.SelectMany(static e => e.Types!).ToHashSet();
            foreach (var grant in _grants.Where(g => g.Entitlement.Id == source))
            {
                var isDirect = (grant.Sources?.Sources.Count ?? 0) == 0 || grant.Sources!.Sources.ContainsKey(source);
                if ((types is not null && !types.Contains(grant.Principal.Id.ResourceType)) || (isShallow && !isDirect))
                    continue;
                var key = (grant.Principal.Id.ResourceType, grant.Principal.Id.Resource);
                contributions.TryAdd(key, []);
                contributions[key][source] = isDirect || contributions[key].GetValueOrDefault(source);
            }
        }
        foreach (var (principal, found) in contributions)
            Merge(destination, principal, found);
    }

    void Merge(string destination, (string Type, string Id) principal, SortedDictionary<string, bool> found)
    {
        var existing = _grants.FindAll(g => g.Entitlement.Id == destination
            && g.Principal.Id.ResourceType == principal.Type && g.Principal.Id.Resource == principal.Id);
        foreach (var grant in existing)
        {
            grant.Sources ??= new();
            if (grant.Sources.Sources.Count == 0)
                grant.Sources.Sources[destination] = new() { IsDirect = true };
            foreach (var (source, isDirect) in found)
                grant.Sources.Sources[source] = new() { IsDirect = isDirect || (grant.Sources.Sources.TryGetValue(source, out var s) && s.IsDirect) };
        }
        if (existing.Count > 0)
            return;
        var added = new Grant
        {
            Id = $"{destination}:{principal.Type}:{principal.Id}",
            Entitlement = new() { Id = destination },
            Principal = new() { Id = new() { ResourceType = principal.Type, Resource = principal.Id } },
            Annotations = { new GrantImmutable().ToAny() },
            Sources = new(),
        };
        foreach (var (source, isDirect) in found)
            added.Sources.Sources.Add(source, new() { IsDirect = isDirect });
        _grants.Add(added);
    }
}
