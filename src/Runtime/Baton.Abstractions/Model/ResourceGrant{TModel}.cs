namespace Baton;

/// <summary>
/// A grant together with the model of its resource, for sources that tell of resources only through their grants; made by
/// <see cref="Grantee.OnModel"/>. The resource is stored with the grant.
/// </summary>
/// <typeparam name="TModel">The model that the class lists.</typeparam>
/// <param name="Model">The resource on which the entitlement is held.</param>
/// <param name="Grantee">Who holds it.</param>
public readonly record struct ResourceGrant<TModel>(TModel Model, Grantee Grantee)
{
    /// <summary>The resource that the model's resource belongs to, where there is one.</summary>
    public ResourceKey? Parent { get; init; }
}
