using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Baton.Generators.Analyzers.Code;

/// <summary>A value, and what the code around it calls it.</summary>
sealed record NamedValue(string Name, IOperation Value)
{
    public static NamedValue? Of(IOperation setting) => setting is not ISimpleAssignmentOperation { Target: var target, Value: var value } ? null
        : target is IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: [{ Value.ConstantValue: { HasValue: true, Value: string key } }] }
            ? new(key, value)
        : target is IMemberReferenceOperation member ? new(member.Member.Name, value)
        : null;
}

/// <summary>What a call, an object or an address is made of, by name.</summary>
static class NamedValues
{
    /// <summary>What the operation makes or calls, and the values that it gives to it.</summary>
    public static (string What, List<NamedValue> Values) Of(IOperation operation) => operation switch
    {
        IInvocationOperation call => (call.TargetMethod.Name, [.. Given(call.Arguments)]),
        IObjectCreationOperation { Type: { } type } made => (type.Name, [.. Given(made.Arguments), .. Set(made.Initializer?.Initializers ?? [])]),
        IAnonymousObjectCreationOperation made => ("the object", [.. Set(made.Initializers)]),
        IInterpolatedStringOperation text => ("the address", [.. Written(text)]),
        _ => ("", []),
    };

    static IEnumerable<NamedValue> Given(IEnumerable<IArgumentOperation> arguments) => arguments
        .Where(static argument => argument.Parameter is not null).Select(static argument => new NamedValue(argument.Parameter!.Name, argument.Value));

    static IEnumerable<NamedValue> Set(IEnumerable<IOperation> settings) => settings.Select(NamedValue.Of).OfType<NamedValue>();

    // $"/groups/{group}/members/{who}": the word before a value says what it is.
    static IEnumerable<NamedValue> Written(IInterpolatedStringOperation text)
    {
        var word = "";
        foreach (var part in text.Parts)
        {
            if (part is IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string literal } })
                word = LastWord(literal);
            else if (part is IInterpolationOperation { Expression: var value })
            {
                yield return new(word, value);
                word = "";
            }
        }
    }

    static string LastWord(string text)
    {
        var end = text.Length;
        while (end > 0 && !char.IsLetter(text[end - 1]))
            end--;
        var start = end;
        while (start > 0 && (char.IsLetter(text[start - 1]) || text[start - 1] is '_' or '-'))
            start--;
        return text.Substring(start, end - start);
    }
}
