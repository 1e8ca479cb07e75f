using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Baton.Protocol;

/// <summary>Packing into <c>Any</c>, and lists of annotations, which hold at most a few messages of different types.</summary>
public static class Annotations
{
    /// <summary>Packs a message; equal messages give equal bytes.</summary>
    public static Any ToAny(this IMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return new Any
        {
            TypeUrl = TypeUrls.For(message.Descriptor),
            Value = UnsafeByteOperations.UnsafeWrap(DeterministicSerializer.ToByteArray(message)),
        };
    }

    /// <summary>The message as an annotation that a mapping can attach.</summary>
    public static Annotation ToAnnotation(this IMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return new(message.Descriptor.FullName, DeterministicSerializer.ToByteArray(message));
    }

    /// <summary>Whether the list holds a message of this type.</summary>
    public static bool Has<T>(this IEnumerable<Any> annotations)
        where T : class, IMessage<T>, new()
    {
        var descriptor = new T().Descriptor;
        return annotations.Any(annotation => annotation.Is(descriptor));
    }

    /// <summary>The first message of this type, or null.</summary>
    /// <exception cref="InvalidProtocolBufferException">The list names the type, but what it holds is not a message.</exception>
    public static T? Find<T>(this IEnumerable<Any> annotations)
        where T : class, IMessage<T>, new() => annotations.FindAll<T>().FirstOrDefault();

    /// <summary>All messages of this type, in order.</summary>
    /// <exception cref="InvalidProtocolBufferException">The list names the type, but what it holds is not a message.</exception>
    public static IEnumerable<T> FindAll<T>(this IEnumerable<Any> annotations)
        where T : class, IMessage<T>, new()
    {
        ArgumentNullException.ThrowIfNull(annotations);
        return annotations.Select(annotation => annotation.TryUnpack<T>(out var message) ? message : null).OfType<T>();
    }

    /// <summary>Puts a message in the place of the first one of its type, or at the end.</summary>
    public static void Set<T>(this IList<Any> annotations, T message)
        where T : class, IMessage<T>, new()
    {
        ArgumentNullException.ThrowIfNull(annotations);
        var packed = message.ToAny();
        for (var i = 0; i < annotations.Count; i++)
        {
            if (annotations[i].Is(message.Descriptor))
            {
                annotations[i] = packed;
                return;
            }
        }

        annotations.Add(packed);
    }

    /// <summary>Removes all messages of this type and tells how many there were.</summary>
    public static int Remove<T>(this IList<Any> annotations)
        where T : class, IMessage<T>, new()
    {
        ArgumentNullException.ThrowIfNull(annotations);
        var descriptor = new T().Descriptor;
        var before = annotations.Count;
        for (var i = before - 1; i >= 0; i--)
        {
            if (annotations[i].Is(descriptor))
                annotations.RemoveAt(i);
        }

        return before - annotations.Count;
    }
}
