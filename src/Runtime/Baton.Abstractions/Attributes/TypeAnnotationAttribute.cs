namespace Baton;

/// <summary>Attaches a protobuf message to a resource type: for what <see cref="ResourceTypeAttribute"/> has no property for yet.</summary>
/// <param name="fullName">Full name of the message's type, for example <c>acme.v1.Marker</c>.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class TypeAnnotationAttribute(string fullName) : Attribute
{
    /// <summary>Full name of the message's type.</summary>
    public string FullName { get; } = fullName;

    /// <summary>
    /// The encoded message. One with content is stored with the type, and left out of the capabilities document, which would need its JSON.
    /// </summary>
    public byte[] Message { get; set; } = [];
}
