using Baton.Generators.Helpers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Baton.Generators.Analyzers.Code;

/// <summary>Whether code does something outside of itself, also through local functions and methods of its class.</summary>
static class Effects
{
    const int Depth = 3;

    /// <summary>Namespaces whose methods calculate, wait and collect, and talk to nobody.</summary>
    static readonly string[] Inner =
    [
        "System", "System.Linq", "System.Text", "System.Threading", "System.Threading.Tasks", "System.Collections.Generic", "System.Globalization",
        "System.Text.RegularExpressions", "System.Text.Json", "System.Security.Cryptography", "Microsoft.Extensions.Logging", "Baton",
    ];

    /// <summary>Whether the code calls something, changes what its object holds, or refuses.</summary>
    public static bool Acts(this MethodBody body) => Any(body.Operations, body.Host, Depth);

    /// <summary>Whether the code asks somebody else: what is only calculated, said or waited for does not count.</summary>
    public static bool Asks(this MethodBody body) => body.All<IInvocationOperation>().Any(call => IsCall(call, body.Host, Depth));

    static bool Any(IEnumerable<IOperation> operations, INamedTypeSymbol host, int depth) => operations.Any(operation => operation switch
    {
        IInvocationOperation call => IsCall(call, host, depth),
        IThrowOperation or IDynamicInvocationOperation or IFunctionPointerInvocationOperation => true,
        // A source that is in memory.
        IAssignmentOperation change => IsKept(change.Target),
        IIncrementOrDecrementOperation change => IsKept(change.Target),
        IAwaitOperation { Operation: IFieldReferenceOperation or ILocalReferenceOperation or IParameterReferenceOperation } => true,
        IObjectCreationOperation creation => IsWork(creation),
        _ => false,
    });

    // _known = …, shelf.Books[id] = …; not what initializes a new object
    static bool IsKept(IOperation target) => target switch
    {
        IMemberReferenceOperation member => member.Instance is not IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver },
        IArrayElementReferenceOperation => true,
        IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } => true,
        _ => false,
    };

    static bool IsCall(IInvocationOperation call, INamedTypeSymbol host, int depth) => !call.IsSaidOnly() && !(IsInner(call) && !TouchesOwn(call, host)) &&
        !(depth > 0 && IsOwn(call.TargetMethod, host) && call.Code() is { } code && !Any(code.Descendants(), host, depth - 1));

    static bool IsOwn(IMethodSymbol method, INamedTypeSymbol host) => method.MethodKind == MethodKind.LocalFunction ||
        (method.MethodKind == MethodKind.Ordinary && method.ContainingType.Same(host));

    // A delegate may do anything, and so may what a collection of the class is told. What a person has to do is an answer, too.
    static bool IsInner(IInvocationOperation call) =>
        call.TargetMethod is { MethodKind: not MethodKind.DelegateInvoke, ContainingNamespace: { } space, Name: not ("ActionRequired" or "InProgress") } &&
        call.Instance?.Type?.TypeKind != TypeKind.Interface && Array.IndexOf(Inner, space.ToDisplayString()) >= 0;

    static bool TouchesOwn(IInvocationOperation call, INamedTypeSymbol host) =>
        call.Instance is { } instance && Holds(instance, host) || call.Arguments.Any(argument => Holds(argument.Value, host));

    // What a collection that was not made here holds is a source in memory; a text of the class is only a value.
    static bool Holds(IOperation value, INamedTypeSymbol host) =>
        value.Bare() is not (ILocalReferenceOperation or IObjectCreationOperation or ICollectionExpressionOperation) &&
        value.Bare().Type is { SpecialType: SpecialType.None } type && (type.IsMutableCollection() || value.OwnMember(host) is not null);

    // new SmtpSession(…) may well do something; a new model, result or exception does not.
    static bool IsWork(IObjectCreationOperation creation) => creation.Type is INamedTypeSymbol { IsRecord: false, IsValueType: false } type &&
        Array.IndexOf(Inner, type.ContainingNamespace.ToDisplayString()) < 0 && !creation.Ancestors().Any(static ancestor => ancestor is IReturnOperation);
}
