using Baton.Protocol.Connector.V2;

namespace Baton.Testing;

/// <summary>How a sync ended and what it found.</summary>
public sealed record SyncResult : RunResult
{
    /// <summary>A result without rows yet.</summary>
    /// <param name="run">How the run ended.</param>
    public SyncResult(RunResult run)
        : base(run)
    {
    }

    /// <summary>The resource types. Empty, like the other lists, when the run wrote no file.</summary>
    public IReadOnlyList<ResourceType> ResourceTypes { get; init; } = [];

    /// <summary>The resources.</summary>
    public IReadOnlyList<Resource> Resources { get; init; } = [];

    /// <summary>The entitlements.</summary>
    public IReadOnlyList<Entitlement> Entitlements { get; init; } = [];

    /// <summary>The grants, with what makes one expandable among the annotations.</summary>
    public IReadOnlyList<Grant> Grants { get; init; } = [];

    /// <summary>Every row as text, sorted: equal for two syncs that found the same.</summary>
    public IReadOnlyList<string> Rows =>
    [
        .. ResourceTypes.Select(row => $"resource type {row}")
            .Concat(Resources.Select(row => $"resource {row}"))
            .Concat(Entitlements.Select(row => $"entitlement {row}"))
            .Concat(Grants.Select(row => $"grant {row}"))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The resources of a type.</summary>
    /// <param name="resourceType">Id of the type.</param>
    public IReadOnlyList<Resource> ResourcesOf(string resourceType) => [.. Resources.Where(resource => resource.Id.ResourceType == resourceType)];

    /// <summary>The resource with a type and id.</summary>
    /// <param name="resourceType">Id of the type.</param>
    /// <param name="id">Id of the resource.</param>
    /// <exception cref="ConnectorAssertionException">The sync did not find it.</exception>
    public Resource Resource(string resourceType, string id) =>
        Resources.FirstOrDefault(resource => resource.Id.ResourceType == resourceType && resource.Id.Resource == id) ??
        throw new ConnectorAssertionException(
            $"The sync found no {resourceType} with the id \"{id}\". It found: {Some(ResourcesOf(resourceType).Select(resource => resource.Id.Resource))}");

    /// <summary>Fails the test unless the sync found a grant.</summary>
    /// <param name="entitlement">Id of the entitlement, <c>group:eng:member</c>.</param>
    /// <param name="principal">Type and id of who holds it, <c>user:alice</c>.</param>
    /// <exception cref="ConnectorAssertionException">It did not.</exception>
    public void ShouldGrant(string entitlement, string principal)
    {
        if (!Holders(entitlement).Contains(principal))
            throw new ConnectorAssertionException($"{principal} does not hold {entitlement}. Those who do: {Some(Holders(entitlement))}");
    }

    /// <summary>Fails the test if the sync found a grant.</summary>
    /// <param name="entitlement">Id of the entitlement, <c>group:eng:member</c>; it must exist.</param>
    /// <param name="principal">Type and id of who should not hold it, <c>user:alice</c>.</param>
    /// <exception cref="ConnectorAssertionException">It did, or there is no such entitlement.</exception>
    public void ShouldNotGrant(string entitlement, string principal)
    {
        if (Holders(entitlement).Contains(principal))
            throw new ConnectorAssertionException($"{principal} holds {entitlement}, and should not.");
    }

    /// <summary>
    /// Fails the test, with a list, when the rows break what every consumer of a c1z relies on: references that lead
    /// somewhere, ids of the exact form, and the traits that a type promises.
    /// </summary>
    /// <exception cref="ConnectorAssertionException">They do.</exception>
    public void ShouldBeConsistent()
    {
        var violations = new ConsistencyCheck(this).Run();
        if (violations.Count > 0)
        {
            throw new ConnectorAssertionException(
                $"The sync breaks {violations.Count} rule(s):{Environment.NewLine}{string.Join(Environment.NewLine, violations.Take(25).Select(line => "- " + line))}");
        }
    }

    List<string> Holders(string entitlement)
    {
        if (Entitlements.All(row => row.Id != entitlement))
            throw new ConnectorAssertionException($"The sync found no entitlement {entitlement}. It found: {Some(Entitlements.Select(row => row.Id))}");
        return [.. Grants.Where(grant => grant.Entitlement.Id == entitlement).Select(grant => $"{grant.Principal.Id.ResourceType}:{grant.Principal.Id.Resource}")];
    }

    static string Some(IEnumerable<string> names)
    {
        var all = names.Order(StringComparer.Ordinal).ToList();
        return all.Count switch
        {
            0 => "none",
            <= 10 => string.Join(", ", all),
            _ => $"{string.Join(", ", all.Take(10))} and {all.Count - 10} more",
        };
    }
}
