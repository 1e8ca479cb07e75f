namespace Baton;

/// <summary>
/// Marks the method that says who holds an entitlement. Two forms:
/// <list type="bullet">
/// <item>per resource: takes the model (called while listing, so nothing is fetched twice) or a <see cref="ResourceKey"/>
/// (called after listing, resumable per resource) and yields <see cref="Grantee"/>;</item>
/// <item>whole type: takes neither, and yields <see cref="ResourceGrant"/>, made with <c>grantee.On(resourceId)</c>.</item>
/// </list>
/// </summary>
/// <param name="slug">
/// Slug of an <see cref="EntitlementAttribute"/> on the same class. Without one, the method yields grants of any entitlement of the type, and
/// each says of which: <c>grantee.For("owner")</c>.
/// </param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = false, Inherited = false)]
public sealed class GrantsAttribute(string? slug = null) : Attribute
{
    /// <summary>Slug of the entitlement; null for any.</summary>
    public string? Slug { get; } = slug;
}
