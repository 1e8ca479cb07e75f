namespace Baton;

/// <summary>
/// Marks the method that takes an entitlement from a principal in the source:
/// <c>Task M(ResourceKey resource, Principal principal, CancellationToken ct)</c>, or the same with the result <see cref="RevokeOutcome"/>.
/// </summary>
/// <param name="slug">
/// Slug of an <see cref="EntitlementAttribute"/> on the same class. Without one, the method is for all entitlements that have none of their
/// own, and takes the slug as a parameter of type <see cref="string"/>.
/// </param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class RevokeAttribute(string? slug = null) : Attribute
{
    /// <summary>Slug of the entitlement; null for any.</summary>
    public string? Slug { get; } = slug;
}
