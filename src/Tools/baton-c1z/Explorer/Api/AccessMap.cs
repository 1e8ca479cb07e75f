using Baton.C1Z;
using Baton.Protocol.Connector.V2;

namespace Baton.C1ZTool.Explorer;

/// <summary>
/// Who holds an entitlement, drawn back to where it comes from: the entitlements whose holders hold it too, theirs, and some of the holders of
/// each. As large as a picture can be, however large the file is.
/// </summary>
sealed class AccessMap(Question question)
{
    const int MostSources = 24;
    const int MostCarriers = 8; // of one entitlement
    const int MostHolders = 8; // of one entitlement
    const int MostLooks = 400; // at grants, to find those holders
    const int MostSteps = 16; // of the way
    const int Deepest = 6;

    readonly Dictionary<string, Source> _sources = new(StringComparer.Ordinal);

    public IReadOnlyCollection<Source> Sources => _sources.Values;

    public List<Edge> Edges { get; } = [];

    /// <summary>Reads the picture of an entitlement.</summary>
    /// <param name="entitlementId">The entitlement.</param>
    /// <param name="path">A way to it that must be in the picture.</param>
    public async Task ReadAsync(string entitlementId, IReadOnlyList<AccessStep> path)
    {
        var queue = new Queue<Source>();
        queue.Enqueue(await AddAsync(entitlementId, 0));
        // From the end of the way: each entitlement in it is one step further from what is asked about.
        var first = Math.Max(0, path.Count - MostSteps);
        for (var i = path.Count - 1; i > first; i--)
        {
            queue.Enqueue(await AddAsync(path[i - 1].EntitlementId, path.Count - i));
            AddEdge(new(path[i - 1].EntitlementId, path[i].EntitlementId, IsShallow: false, IsOnPath: true));
        }
        if (first > 0)
            _sources[path[first].EntitlementId].HasMoreSources = true;
        else if (path.Count > 0)
            _sources[path[0].EntitlementId].Holders.Add(new(await question.ResourceAsync(path[0].Principal), IsOnPath: true));
        while (queue.TryDequeue(out var source))
        {
            foreach (var next in await PassedOnAsync(source))
                queue.Enqueue(next);
            await HoldersAsync(source);
        }
    }

    async Task<Source> AddAsync(string id, int depth)
    {
        if (!_sources.TryGetValue(id, out var source))
            _sources.Add(id, source = new(await question.EntitlementAsync(id), depth));
        return source;
    }

    async Task<List<Source>> PassedOnAsync(Source source)
    {
        var filter = new GrantFilter { EntitlementId = source.Entitlement.Id, OnlyExpandable = true, WithExpansion = true };
        var page = await question.View.GrantPageAsync(filter, null, MostCarriers, question.Cancel);
        source.HasMoreSources |= page.Next is not null;
        var found = new List<Source>();
        foreach (var grant in page.Rows)
        {
            foreach (var entitlement in await GrantApi.PassedOnAsync(question, grant, MostCarriers))
            {
                var isKnown = _sources.ContainsKey(entitlement.Id);
                if (!isKnown && (_sources.Count >= MostSources || source.Depth >= Deepest))
                {
                    source.HasMoreSources = true;
                    continue;
                }
                var next = await AddAsync(entitlement.Id, source.Depth + 1);
                AddEdge(new(entitlement.Id, source.Entitlement.Id, GrantApi.Expansion(grant)!.Shallow, IsOnPath: false));
                if (!isKnown)
                    found.Add(next);
            }
        }
        return found;
    }

    /// <summary>Some that hold it by themselves; those that pass it on are in the picture as what they pass on.</summary>
    async Task HoldersAsync(Source source)
    {
        var page = await question.View.GrantPageAsync(new() { EntitlementId = source.Entitlement.Id, WithExpansion = true }, null, MostLooks, question.Cancel);
        var direct = page.Rows.Where(static grant => GrantApi.Expansion(grant) is null && IsDirect(grant)).ToList();
        foreach (var grant in direct.Take(MostHolders))
        {
            var holder = await question.ResourceAsync(grant.Principal?.Id);
            if (!source.Holders.Exists(known => known.Principal.Type == holder.Type && known.Principal.Id == holder.Id))
                source.Holders.Add(new(holder, IsOnPath: false));
        }
        source.HasMoreHolders = page.Next is not null || direct.Count > MostHolders;
    }

    void AddEdge(Edge edge)
    {
        if (!Edges.Exists(known => known.From == edge.From && known.To == edge.To))
            Edges.Add(edge);
    }

    static bool IsDirect(Grant grant) => grant.Sources is not { Sources.Count: > 0 } sources || sources.Sources.ContainsKey(grant.Entitlement.Id);

    /// <summary>An entitlement in the picture.</summary>
    public sealed class Source(EntitlementShape entitlement, int depth)
    {
        public EntitlementShape Entitlement => entitlement;

        /// <summary>How many steps away from what is asked about.</summary>
        public int Depth => depth;

        public List<Holder> Holders { get; } = [];

        public bool HasMoreHolders { get; set; }

        public bool HasMoreSources { get; set; }
    }

    /// <summary>Who holds an entitlement by itself.</summary>
    public sealed record Holder(ResourceShape Principal, bool IsOnPath);

    /// <summary>Holders of one entitlement hold another.</summary>
    public sealed record Edge(string From, string To, bool IsShallow, bool IsOnPath);
}
