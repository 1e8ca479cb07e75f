namespace Baton;

/// <summary>Says which resource types can hold an entitlement of this class.</summary>
/// <param name="slug">Slug of an <see cref="EntitlementAttribute"/> on the same class.</param>
/// <param name="types">Classes marked with <see cref="ResourceTypeAttribute"/>.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class GrantableAttribute(string slug, params Type[] types) : Attribute
{
    /// <summary>Slug of the entitlement.</summary>
    public string Slug { get; } = slug;

    /// <summary>Types that can hold it.</summary>
    public IReadOnlyList<Type> Types { get; } = types;
}
