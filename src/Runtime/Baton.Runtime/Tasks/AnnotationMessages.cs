using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Baton.Tasks;

/// <summary>What is attached to messages, between the protocol and what authors see.</summary>
static class AnnotationMessages
{
    const string Address = "type.googleapis.com/";

    internal static IEnumerable<Any> ToAnys(this IEnumerable<Annotation> annotations) => annotations.Select(static annotation =>
        new Any { TypeUrl = Address + annotation.FullName, Value = ByteString.CopyFrom(annotation.Message.Span) });

    internal static IReadOnlyList<Annotation> ToAnnotations(this IEnumerable<Any> anys) =>
        [.. anys.Where(static any => Any.GetTypeName(any.TypeUrl).Length > 0).Select(static any => new Annotation(Any.GetTypeName(any.TypeUrl), any.Value.Span))];
}
