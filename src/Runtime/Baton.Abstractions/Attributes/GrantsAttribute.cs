namespace Baton;

/// <summary>
/// Marks the method that says who holds an entitlement. Two forms:
/// <list type="bullet">
/// <item>per resource: takes the model (called while listing, so nothing is fetched twice) or a <see cref="ResourceKey"/>
/// (called after listing, resumable per resource) and yields <see cref="Grantee"/>;</item>
/// <item>whole type: takes neither, and yields <see cref="ResourceGrant"/>, made with <c>grantee.On(resourceId)</c>.</item>
/// </list>
/// </summary>
/// <param name="slug">Slug of an <see cref="EntitlementAttribute"/> on the same class.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = false, Inherited = false)]
public sealed class GrantsAttribute(string slug) : Attribute
{
    /// <summary>Slug of the entitlement.</summary>
    public string Slug { get; } = slug;
}
