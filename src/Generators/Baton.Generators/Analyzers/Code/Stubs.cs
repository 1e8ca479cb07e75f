using Baton.Generators.Helpers;
using Baton.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Baton.Generators.Analyzers.Code;

/// <summary>Recognizes code that is there only to say that it is not there.</summary>
static class Stubs
{
    const int Depth = 2;

    /// <summary>The exception, when the code does nothing but throw "not supported" or "not implemented", on whichever way.</summary>
    public static string? Exception(this MethodBody body) => Exception(body.Operations, Depth);

    static string? Exception(IEnumerable<IOperation> operations, int depth)
    {
        string? found = null;
        foreach (var operation in operations)
        {
            var thrown = operation switch
            {
                IThrowOperation { Exception: { } exception } => Name(exception) ?? "",
                // throw Missing("grant")
                IInvocationOperation call when call.Ancestors().Any(static ancestor => ancestor is IThrowOperation) => null,
                IInvocationOperation call when IsFailure(call) => Name(call.Value(0)!) ?? "",
                IInvocationOperation call when !call.IsSaidOnly() => Called(call, depth) ?? "",
                IReturnOperation { Kind: OperationKind.Return, ReturnedValue: { } value } when !IsThrown(value, depth) => "",
                _ => null,
            };
            if (thrown is { Length: 0 })
                return null;
            found ??= thrown;
        }
        return found;
    }

    static string? Called(IInvocationOperation call, int depth) => depth > 0 && call.Code() is { } code ? Exception(code.Descendants(), depth - 1) : null;

    // Task.FromException(new NotSupportedException())
    static bool IsFailure(IInvocationOperation call) => call is { TargetMethod.Name: "FromException", Arguments: [_] };

    /// <summary>The name of the exception, when it says that something is not there.</summary>
    public static string? Name(IOperation exception) => exception.Values().FirstOrDefault()?.Bare() switch
    {
        { Type: { } type } when type.Is("System.NotImplementedException") || type.Is("System.NotSupportedException") => type.Name,
        IObjectCreationOperation { Arguments: [{ Value: IFieldReferenceOperation { Field.Name: "Unimplemented" } }, ..], Type: { } type }
            when type.Is(KnownTypes.ConnectorException) => "ErrorCode.Unimplemented",
        _ => null,
    };

    static bool IsThrown(IOperation value, int depth) => value.Bare() switch
    {
        IThrowOperation => true,
        IInvocationOperation call => IsFailure(call) || Called(call, depth) is not null,
        ISwitchExpressionOperation choice => choice.Arms.All(arm => IsThrown(arm.Value, depth)),
        IConditionalOperation { WhenFalse: { } otherwise } condition => IsThrown(condition.WhenTrue, depth) && IsThrown(otherwise, depth),
        _ => false,
    };
}
