namespace Baton;

/// <summary>
/// Marks the method that takes an entitlement from a principal in the source:
/// <c>Task M(ResourceKey resource, Principal principal, CancellationToken ct)</c>, or the same with the result <see cref="RevokeOutcome"/>.
/// </summary>
/// <param name="slug">Slug of an <see cref="EntitlementAttribute"/> on the same class.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class RevokeAttribute(string slug) : Attribute
{
    /// <summary>Slug of the entitlement.</summary>
    public string Slug { get; } = slug;
}
