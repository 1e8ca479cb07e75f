using Google.Protobuf;

namespace Baton.Protocol;

/// <summary>
/// Serializes so that equal messages give equal bytes: fields in the order of their numbers, map entries in the order
/// of their keys, unknown fields kept. Files are compared byte by byte, hence the need.
/// </summary>
/// <remarks>What an <c>Any</c> holds is bytes already: pack it with <see cref="Annotations.ToAny"/>.</remarks>
public static class DeterministicSerializer
{
    /// <summary>The bytes of a message, which is not changed.</summary>
    public static byte[] ToByteArray(IMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return MapOrder.Ordered(message).ToByteArray();
    }
}
