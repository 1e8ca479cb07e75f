using System.Collections.Immutable;
using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Baton.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Baton.Generators.Analyzers.Code;

/// <summary>An <c>[Entitlements]</c> method that says the same of every resource is an attribute written as a method.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EntitlementsAnalyzer : MethodBodyAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.EntitlementIsTheSameForEach];

    private protected override void Analyze(MethodBody body)
    {
        // A method for the whole type says, besides the slug, which resources have it.
        if (body.Role != MethodRole.Entitlements || !body.Method.Parameters.Any(IsResource))
            return;
        // Those that the class holds for all of them count as made here.
        var made = body.Operations.Concat(body.Operations.Select(static operation => operation.Held()).OfType<IOperation>()
                .SelectMany(static held => held.DescendantsAndSelf())).OfType<IObjectCreationOperation>()
            .Where(static creation => creation.Type.Is(KnownTypes.DynamicEntitlement)).Select(Slugs).ToList();
        if (made.Count == 0 || made.Any(static slugs => slugs.Count == 0) || body.Operations.Any(operation => Varies(operation, body)))
            return;
        var all = string.Join(", ", made.SelectMany(static slugs => slugs).Distinct());
        body.Report(Descriptors.EntitlementIsTheSameForEach, body.Method.FirstLocation(), body.Title, body.Host.ShortName(), all);
    }

    static bool IsResource(IParameterSymbol parameter) => !parameter.Type.Is(KnownTypes.CancellationToken);

    /// <summary>The constants that the slug can be; none when it can be something else.</summary>
    static List<string> Slugs(IObjectCreationOperation creation) => creation.Arguments is not [var slug] ? []
        : slug.Value.Values().SelectMany(Choices).Select(static value => value.ConstantValue.Value).OfType<string>().ToList();

    static IEnumerable<IOperation> Choices(IOperation value) => value.ConstantValue.HasValue ? [value] : Source(value) is { } source ? Constants(source) : [];

    // foreach (var slug in slugs), and slugs.Select(slug => …)
    static IOperation? Source(IOperation value) => value switch
    {
        ILocalReferenceOperation { Local: var local } => value.Ancestors().OfType<IForEachLoopOperation>()
            .FirstOrDefault(loop => loop.Locals.Contains(local, SymbolEqualityComparer.Default))?.Collection,
        IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.LambdaMethod } owner } } =>
            value.Ancestors().OfType<IAnonymousFunctionOperation>()
            .FirstOrDefault(lambda => SymbolEqualityComparer.Default.Equals(lambda.Symbol, owner))?.Ancestors()
                .OfType<IInvocationOperation>().FirstOrDefault()?.Value(0),
        _ => null,
    };

    static IEnumerable<IOperation> Constants(IOperation list) => list.Values().SelectMany(static value => value.Elements());

    /// <summary>Whether something may differ from resource to resource: the resource, a field, or what a call answers.</summary>
    static bool Varies(IOperation operation, MethodBody body) => operation switch
    {
        IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.Constructor } } parameter } =>
            !parameter.Type.Is(KnownTypes.CancellationToken) && !IsText(operation),
        IFieldReferenceOperation { Field: { IsConst: false } field } => !field.ContainingType.Is(KnownTypes.Purpose) &&
            field.ContainingType.TypeKind != TypeKind.Enum &&
            !(field is { IsStatic: true, IsReadOnly: true }),
        IInvocationOperation { TargetMethod: { MethodKind: not MethodKind.LocalFunction } method } =>
            !method.ContainingType.Is(KnownTypes.DynamicEntitlement) && !IsCollecting(method) && !IsText(operation),
        IPropertyReferenceOperation { Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } } =>
            operation.Held() is null,
        _ => false,
    };

    // list.Add(…), slugs.Select(…), Task.FromResult(…), string.Format(…)
    static bool IsCollecting(IMethodSymbol method) => method.MethodKind != MethodKind.DelegateInvoke && method.ContainingNamespace.ToDisplayString() is
        "System" or "System.Linq" or "System.Collections.Generic" or "System.Collections.Immutable" or "System.Threading.Tasks" or "System.Runtime.CompilerServices";

    // {resource} in the text of an attribute stands for the name.
    static bool IsText(IOperation operation) => operation.Ancestors().Any(static ancestor => ancestor is ISimpleAssignmentOperation
    {
        Target: IPropertyReferenceOperation { Property: { Name: "DisplayName" or "Description", ContainingType: { } owner } },
    } && owner.Is(KnownTypes.DynamicEntitlement));
}
