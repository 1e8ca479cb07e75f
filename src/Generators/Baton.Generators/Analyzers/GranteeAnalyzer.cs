using System.Collections.Immutable;
using Baton.Generators.Analyzers.Code;
using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Baton.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Baton.Generators.Analyzers;

/// <summary>Rules for how grants are made: <c>Grantee.Group&lt;Groups&gt;(id).Expanding("member")</c>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GranteeAnalyzer : DiagnosticAnalyzer
{
    const int MostSteps = 32;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [Descriptors.ExpandedSlugIsNotDeclared, Descriptors.GranteeIsNotGrantable, Descriptors.GranteeIsNotRegistered];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(Analyze, OperationKind.Invocation, OperationKind.MethodReference);
    }

    static void Analyze(OperationAnalysisContext context)
    {
        // ids.Select(Grantee.User<Users>) makes grantees as well.
        var method = context.Operation is IInvocationOperation made ? made.TargetMethod : ((IMethodReferenceOperation)context.Operation).Method;
        if (!method.ContainingType.Is(KnownTypes.Grantee))
            return;
        CheckRegistered(method, context);
        if (context.Operation is IInvocationOperation { TargetMethod.Name: "Expanding" or "ExpandingShallow" } call)
            CheckSlugs(call, context);
        else if (PrincipalOf(method) is { } principal)
            CheckPrincipal(principal, context);
    }

    // Expanding throws at run time for a slug that the principal's type does not declare.
    static void CheckSlugs(IInvocationOperation call, OperationAnalysisContext context)
    {
        IOperation? receiver = call.Instance;
        // In unfinished code a variable may be made of itself.
        var steps = 0;
        for (var earlier = receiver; earlier is not null && steps < MostSteps; earlier = Earlier(earlier), steps++)
            receiver = earlier;
        if (receiver is not IInvocationOperation source || PrincipalOf(source.TargetMethod) is not { } principal ||
            !ResourceTypeParser.IsRegistered(principal, context.Compilation) || EntitlementsMethodParser.AreDynamic(principal))
            return;
        var declared = Slugs(principal, context.CancellationToken);
        foreach (var slug in call.Arguments.SelectMany(static argument => argument.Value.Values())
            .SelectMany(static value => value.Elements()).SelectMany(static element => element.Values()))
        {
            if (slug.ConstantValue is not { HasValue: true, Value: string text } || declared.Contains(text))
                continue;
            var place = slug.Syntax.SyntaxTree == call.Syntax.SyntaxTree ? slug.Syntax : call.Syntax;
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.ExpandedSlugIsNotDeclared, place.GetLocation(), text, principal.ShortName(),
                declared.Count == 0 ? "it declares none" : "it declares: " + string.Join(", ", declared)));
        }
    }

    // who.Immutable().Expanding("member"), and who may be a variable
    static IOperation? Earlier(IOperation grantee) => grantee switch
    {
        IInvocationOperation { Instance: { } instance } => instance,
        ILocalReferenceOperation local => local.FirstValue()?.Bare(),
        _ => null,
    };

    // The types of another assembly are not those of this connector: nothing lists their resources.
    static void CheckRegistered(IMethodSymbol method, OperationAnalysisContext context)
    {
        if (context.ContainingSymbol.ContainingType?.Has(KnownTypes.ResourceType) != true ||
            method.Name == "OnModel" || method.TypeArguments is not [INamedTypeSymbol type] || type.HasErrors() ||
            ResourceTypeParser.IsRegistered(type, context.Compilation))
            return;
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.GranteeIsNotRegistered, TypeArgument(context.Operation).GetLocation(), method.Name, type.ShortName()));
    }

    static SyntaxNode TypeArgument(IOperation use) =>
        (use.Syntax is InvocationExpressionSyntax call ? call.Expression : use.Syntax).DescendantNodesAndSelf().OfType<TypeArgumentListSyntax>()
            .LastOrDefault()?.Arguments.FirstOrDefault() ?? use.Syntax;

    // A grant to a principal that the entitlement is not grantable to is a row that C1 does not expect.
    static void CheckPrincipal(ITypeSymbol principal, OperationAnalysisContext context)
    {
        if (context.ContainingSymbol is not IMethodSymbol { ContainingType: { } host } method || !host.Has(KnownTypes.ResourceType) ||
            Slug(method, context.CancellationToken) is not { } slug)
            return;
        var grantable = AttributeReader.AllOf(host, KnownTypes.Grantable, context.CancellationToken).Where(attribute => attribute.Text(0) == slug)
            .SelectMany(static attribute => attribute.Elements(1)).Select(static element => element.Value).OfType<ITypeSymbol>().ToList();
        if (grantable.Count == 0 || grantable.Any(principal.Same) || !ResourceTypeParser.IsRegistered(principal, context.Compilation))
            return;
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.GranteeIsNotGrantable, TypeArgument(context.Operation).GetLocation(), slug, host.ShortName(), principal.ShortName()));
    }

    // That of the method, or the only one that a helper works for.
    static string? Slug(IMethodSymbol method, CancellationToken cancellationToken) => method.Has(KnownTypes.Grants)
        ? AttributeReader.Of(method, KnownTypes.Grants, cancellationToken)?.Text(0)
        : HelperMethods.Callers(method, cancellationToken).Select(caller => AttributeReader.Of(caller, KnownTypes.Grants, cancellationToken)?.Text(0))
            .Distinct().ToList() is [var only] ? only : null;

    /// <summary>The type argument of <c>Grantee.Of</c>, <c>User</c> and <c>Group</c>.</summary>
    static INamedTypeSymbol? PrincipalOf(IMethodSymbol method) =>
        method is { IsStatic: true, TypeArguments: [INamedTypeSymbol principal] } && method.ContainingType.Is(KnownTypes.Grantee) ? principal : null;

    static List<string> Slugs(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        [.. AttributeReader.AllOf(type, KnownTypes.Entitlement, cancellationToken).Select(static attribute => attribute.Text(0)).OfType<string>()];
}
