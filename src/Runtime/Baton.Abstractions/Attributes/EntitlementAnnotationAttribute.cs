namespace Baton;

/// <summary>Attaches a protobuf message to a declared entitlement: for what <see cref="EntitlementAttribute"/> has no property for yet.</summary>
/// <param name="slug">Slug of an <see cref="EntitlementAttribute"/> on the same class.</param>
/// <param name="fullName">Full name of the message's type, for example <c>acme.v1.Marker</c>.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class EntitlementAnnotationAttribute(string slug, string fullName) : Attribute
{
    /// <summary>Slug of the entitlement.</summary>
    public string Slug { get; } = slug;

    /// <summary>Full name of the message's type.</summary>
    public string FullName { get; } = fullName;

    /// <summary>The encoded message; empty for one without content.</summary>
    public byte[] Message { get; set; } = [];
}
