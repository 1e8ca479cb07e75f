using Baton.Protocol.Connector.V2;

namespace Baton.C1Z.Tests;

/// <summary>
/// What somebody holds, said as plainly as possible: go over all grants again and again until nothing is added. Shares nothing with the code
/// under test.
/// </summary>
static class NaiveAccess
{
    public static HashSet<string> Of((string Type, string Id) principal, IReadOnlyCollection<Grant> grants)
    {
        bool IsOf(Grant grant) => (grant.Principal.Id.ResourceType, grant.Principal.Id.Resource) == principal;
        var own = grants.Where(IsOf).ToList();
        var direct = own.Where(static g => (g.Sources?.Sources.Count ?? 0) == 0 || g.Sources!.Sources.ContainsKey(g.Entitlement.Id)).Select(static g => g.Entitlement.Id).ToHashSet();
        var held = own.Select(static g => g.Entitlement.Id).ToHashSet();
        for (var before = -1; before != held.Count;)
        {
            before = held.Count;
            foreach (var carrier in grants)
            {
                if (carrier.Annotations.FirstOrDefault(static a => a.Is(GrantExpandable.Descriptor))?.Unpack<GrantExpandable>() is not { } expandable)
                    continue;
                var owner = carrier.Principal.Id;
                var passes = expandable.EntitlementIds.Any(id =>
                    id.StartsWith($"{owner.ResourceType}:{owner.Resource}:", StringComparison.Ordinal) && (expandable.Shallow ? direct : held).Contains(id));
                if (passes && (expandable.ResourceTypeIds.Count == 0 || expandable.ResourceTypeIds.Contains(principal.Type)))
                    held.Add(carrier.Entitlement.Id);
            }
        }
        return held;
    }
}
