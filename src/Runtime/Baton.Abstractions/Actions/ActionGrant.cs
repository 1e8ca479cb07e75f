namespace Baton;

/// <summary>A grant in what an action takes or answers.</summary>
/// <param name="EntitlementId">Id of what is held.</param>
/// <param name="Principal">Who holds it.</param>
public sealed record ActionGrant(string EntitlementId, ActionResource Principal)
{
    /// <summary>A grant of an entitlement.</summary>
    /// <param name="entitlement">What is held.</param>
    /// <param name="principal">Who holds it.</param>
    public ActionGrant(ActionEntitlement entitlement, ResourceKey principal)
        : this((entitlement ?? throw new ArgumentNullException(nameof(entitlement))).Id, new ActionResource(principal))
    {
    }

    /// <summary>Its id: <c>entitlement:type:principal</c>, unless it came with another one.</summary>
    public string Id { get; init; } = $"{EntitlementId}:{Principal.Key.Type}:{Principal.Key.Id}";
}
