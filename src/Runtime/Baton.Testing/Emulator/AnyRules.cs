using System.Collections;
using Baton.Protocol;
using Baton.Protocol.Validation;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;

namespace Baton.Testing;

/// <summary>The rules of what is inside of an <c>Any</c>, however deep it is in a message: annotations, traits, answers.</summary>
static class AnyRules
{
    /// <exception cref="InvalidDataException">One of them has a malformed type.</exception>
    /// <exception cref="RuleViolationException">Something in one of them breaks a rule.</exception>
    public static void Ensure(IMessage message)
    {
        foreach (var field in message.Descriptor.Fields.InDeclarationOrder())
        {
            if (field.FieldType != FieldType.Message)
                continue;
            var value = field.Accessor.GetValue(message);
            IEnumerable values = value switch
            {
                null => Array.Empty<object>(),
                IDictionary map => map.Values,
                IList list => list,
                _ => new[] { value },
            };
            foreach (var inner in values.OfType<IMessage>())
            {
                if (inner is Any any)
                    Open(any);
                else
                    Ensure(inner);
            }
        }
    }

    // Types that the protocol does not know are the connector's own affair.
    static void Open(Any any)
    {
        if (!any.TypeUrl.StartsWith(TypeUrls.Prefix, StringComparison.Ordinal))
            throw new InvalidDataException($"an Any has the type url \"{any.TypeUrl}\", which does not begin with {TypeUrls.Prefix}");
        if (ProtocolTypes.Registry.Find(TypeUrls.NameOf(any.TypeUrl)) is not { } type)
            return;
        var inner = type.Parser.ParseFrom(any.Value);
        WireRules.Ensure(inner);
        Ensure(inner);
    }
}
