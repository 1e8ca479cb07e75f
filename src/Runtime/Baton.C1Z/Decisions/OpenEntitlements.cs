namespace Baton.C1Z;

/// <summary>
/// The entitlements that somebody may get through others without holding them in the file. In a file that is expanded these are none: whoever would get
/// one has a grant of it, and nothing is left to look for.
/// </summary>
static class OpenEntitlements
{
    const int LooksPerGrant = 16;

    public static bool[] Of(PassingTable passing, int entitlements, ResourceTable resources)
    {
        var edges = passing.Edges;
        var sources = new int[edges.Length];
        for (var i = 0; i < sources.Length; i++)
            sources[i] = edges[i].Source;
        var bySource = Grouping.Of(sources, entitlements, out var first);
        var isOpen = new bool[entitlements];
        if (edges.IsEmpty)
            return isOpen;

        // What a holder of a source has not yet, is open.
        var looks = (long)LooksPerGrant * (resources.Grants + edges.Length);
        foreach (var principal in resources.All)
        {
            var (grant, end) = resources.GrantsOf(principal);
            for (; grant < end; grant++)
            {
                var source = resources.EntitlementOf(grant);
                foreach (var place in bySource.AsSpan(first[source]..first[source + 1]))
                {
                    if (--looks < 0)
                    {
                        // Too many to look at: all may be.
                        Array.Fill(isOpen, true);
                        return isOpen;
                    }
                    var edge = edges[place];
                    if (!isOpen[edge.Given] && passing.Passes(edge, resources.TypeOf(principal)) && (!edge.IsShallow || resources.IsDirect(grant))
                        && resources.GrantOf(principal, edge.Given) < 0)
                        isOpen[edge.Given] = true;
                }
            }
        }

        // So is what is given to all holders of what is open.
        var open = new Stack<int>(Enumerable.Range(0, entitlements).Where(entitlement => isOpen[entitlement]));
        while (open.TryPop(out var source))
        {
            foreach (var place in bySource.AsSpan(first[source]..first[source + 1]))
            {
                var edge = edges[place];
                if (edge.IsShallow || isOpen[edge.Given])
                    continue;
                isOpen[edge.Given] = true;
                open.Push(edge.Given);
            }
        }
        return isOpen;
    }
}
