using System.Collections.Immutable;
using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Baton.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Baton.Generators.Analyzers.Code;

/// <summary>A method that says "done" has to do something, and to know when there was nothing to do.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ProvisioningAnalyzer : MethodBodyAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [Descriptors.MethodDoesNothing, Descriptors.NeverAlready, Descriptors.ContextFromParent];

    private protected override void Analyze(MethodBody body)
    {
        if (body.Role == MethodRole.Map)
            return;
        if (OnlyThrows(body) is { } exception)
            body.Report(Descriptors.MethodDoesNothing, body.Method.FirstLocation(), body.Role.Title(body.Method), body.Host.ShortName(), $"only throws {exception}");
        if (!body.Role.IsProvisioning())
            return;
        if (DoesNothing(body))
            body.Report(Descriptors.MethodDoesNothing, body.Method.FirstLocation(), body.Role.Title(body.Method), body.Host.ShortName(), "calls nothing");
        else
            CheckOutcomes(body);
        foreach (var parent in body.All<IPropertyReferenceOperation>().Where(IsContext))
        {
            if (!IsChild(parent, body))
                body.Report(Descriptors.ContextFromParent, parent.NamePlace(), body.Role.Title(body.Method), body.Host.ShortName(), parent.Instance!.NameOf() ?? "it");
        }
    }

    /// <summary>The exception, when the method does nothing but throw "not supported".</summary>
    static string? OnlyThrows(MethodBody body)
    {
        var throws = body.All<IThrowOperation>().ToList();
        return throws is [{ Exception: { } exception }] && exception.Bare().Type is { } type &&
            (type.Is("System.NotImplementedException") || type.Is("System.NotSupportedException")) && body.All<IInvocationOperation>().All(static call => call.IsSaidOnly()) &&
            !body.All<IReturnOperation>().Any(static result => result.ReturnedValue is { } value && value.Bare() is not IThrowOperation)
            ? type.Name
            : null;
    }

    static bool DoesNothing(MethodBody body) => !body.Operations.Any(operation => operation switch
    {
        IInvocationOperation call => !call.IsSaidOnly(),
        IThrowOperation or IDynamicInvocationOperation or IFunctionPointerInvocationOperation => true,
        // A source that is in memory.
        IAssignmentOperation { Target: not (ILocalReferenceOperation or IDiscardOperation) } change => change.Target.OwnMember(body.Host) is not null,
        _ => false,
    });

    // Only Granted, or only Revoked, written out: a second call cannot say that there was nothing to do.
    static void CheckOutcomes(MethodBody body)
    {
        if (body.Method.ReturnType is not INamedTypeSymbol { TypeArguments: [var outcome] } ||
            !(outcome.Is(KnownTypes.GrantOutcome) || outcome.Is(KnownTypes.RevokeOutcome)))
            return;
        var named = body.Operations.Select(operation => operation switch
        {
            IMemberReferenceOperation member when member.Member.ContainingType.Same(outcome) => member,
            _ => null,
        }).OfType<IMemberReferenceOperation>().ToList();
        var made = body.All<IReturnOperation>().Where(static result => result.ReturnedValue is not null).SelectMany(static result => Results(result.ReturnedValue!));
        if (named.Count > 0 && named.All(static member => member.Member.Name is "Granted" or "Revoked") &&
            made.All(static value => value is IMemberReferenceOperation))
            body.Report(Descriptors.NeverAlready, named[0].NamePlace(), body.Role.Title(body.Method), body.Host.ShortName(), "Already" + named[0].Member.Name);
    }

    static IEnumerable<IOperation> Results(IOperation value) => value.Bare() switch
    {
        IConditionalOperation { WhenFalse: { } otherwise } condition => Results(condition.WhenTrue).Concat(Results(otherwise)),
        ISwitchExpressionOperation choice => choice.Arms.SelectMany(static arm => Results(arm.Value)),
        IInvocationOperation { TargetMethod.Name: "FromResult", Arguments: [var result] } => Results(result.Value),
        IThrowOperation => [],
        ILocalReferenceOperation local when local.Initializer() is { } initial => Results(initial),
        var bare => [bare],
    };

    static bool IsContext(IPropertyReferenceOperation property) => property is { Property.Name: "Parent", Instance: not null } &&
        (property.Property.ContainingType.Is(KnownTypes.ResourceKey) || property.Property.ContainingType.Is(KnownTypes.Principal));

    // A resource that is listed under a parent belongs to it.
    static bool IsChild(IPropertyReferenceOperation parent, MethodBody body) => parent.Property.ContainingType.Is(KnownTypes.ResourceKey) &&
        body.Host.OrdinaryMethods(body.Compilation).Any(static method => method.Name == "ListAsync" &&
            method.Parameters.Any(static parameter => parameter.Type.Is(KnownTypes.TypedResourceKey)));
}
