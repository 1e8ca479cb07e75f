using System.Collections.Immutable;
using Baton.Generators.Analyzers.Code;
using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Baton.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Baton.Generators.Analyzers;

/// <summary>Code that names an entitlement of a known type by a constant names one that the type declares.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SlugReferenceAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.NamedSlugIsNotDeclared];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(Analyze, OperationKind.Invocation);
    }

    static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (Reference(call, context.ContainingSymbol) is not (INamedTypeSymbol type, { } named) ||
            !ResourceTypeParser.IsRegistered(type, context.Compilation) || EntitlementsMethodParser.AreDynamic(type))
            return;
        var declared = AttributeReader.AllOf(type, KnownTypes.Entitlement, context.CancellationToken)
            .Select(static attribute => attribute.Text(0)).OfType<string>().ToList();
        foreach (var value in named.ConstantValue.HasValue ? [named] : named.Values())
        {
            if (value.ConstantValue is not { HasValue: true, Value: string slug } || declared.Contains(slug))
                continue;
            var place = value.Syntax.SyntaxTree == call.Syntax.SyntaxTree ? value.Syntax : named.Syntax;
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.NamedSlugIsNotDeclared, place.GetLocation(), call.TargetMethod.Name, slug, type.ShortName(),
                declared.Count == 0 ? "it declares none" : "it declares: " + string.Join(", ", declared)));
        }
    }

    /// <summary>The type whose entitlement a call names, and the name.</summary>
    static (ITypeSymbol? Type, IOperation? Slug) Reference(IInvocationOperation call, ISymbol caller) => call.TargetMethod switch
    {
        { Name: "For" } method when method.ContainingType.Is(KnownTypes.Grantee) => (caller.ContainingType, call.Value(0)),
        { Name: "Replaced", TypeArguments: [var resource, _] } method when method.ContainingType.Is(KnownTypes.GrantOutcome) => (resource, call.Value(1)),
        { Name: "Entitlement", TypeArguments: [var resource] } method when method.ContainingType.Is(KnownTypes.LicenseProfileBuilder) => (resource, call.Value(1)),
        { Name: "Granted" or "Revoked" } method when method.ContainingType.Is(KnownTypes.SourceEvent) => (TypeOf(call.Value(2)), call.Value(3)),
        _ => default,
    };

    // A typed key becomes an untyped one.
    static ITypeSymbol? TypeOf(IOperation? key) => key is IConversionOperation { Operand.Type: INamedTypeSymbol { TypeArguments: [var type] } typed } &&
        typed.Is(KnownTypes.TypedResourceKey) ? type : null;
}
