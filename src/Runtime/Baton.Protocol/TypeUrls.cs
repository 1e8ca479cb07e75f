using Google.Protobuf.Reflection;

namespace Baton.Protocol;

/// <summary>The type urls by which an <c>Any</c> names what it holds.</summary>
public static class TypeUrls
{
    /// <summary>What every type url written by a connector starts with.</summary>
    public const string Prefix = "type.googleapis.com/";

    /// <summary>The type url of a message type.</summary>
    public static string For(MessageDescriptor descriptor)
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        return Prefix + descriptor.FullName;
    }

    /// <summary>The full message name in a type url: what follows the last slash, whatever comes before it.</summary>
    public static string NameOf(string typeUrl)
    {
        ArgumentNullException.ThrowIfNull(typeUrl);
        return typeUrl[(typeUrl.LastIndexOf('/') + 1)..];
    }
}
