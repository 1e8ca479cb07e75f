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
        var made = body.All<IObjectCreationOperation>().Where(static creation => creation.Type.Is(KnownTypes.DynamicEntitlement)).ToList();
        if (made.Count == 0 || made.Any(static creation => Slug(creation) is null) || body.Operations.Any(operation => Varies(operation, body)))
            return;
        var slugs = string.Join(", ", made.Select(static creation => Slug(creation)).Distinct());
        body.Report(Descriptors.EntitlementIsTheSameForEach, body.Method.FirstLocation(), body.Role.Title(body.Method), body.Host.ShortName(), slugs);
    }

    static bool IsResource(IParameterSymbol parameter) => !parameter.Type.Is(KnownTypes.CancellationToken);

    static string? Slug(IObjectCreationOperation creation) =>
        creation.Arguments is [{ Value.ConstantValue: { HasValue: true, Value: string slug } }] ? slug : null;

    /// <summary>Whether something may differ from resource to resource: the resource, a field, or what a call answers.</summary>
    static bool Varies(IOperation operation, MethodBody body) => operation switch
    {
        IParameterReferenceOperation { Parameter: var parameter } => !parameter.Type.Is(KnownTypes.CancellationToken) && !IsText(operation),
        IFieldReferenceOperation { Field: { IsConst: false } field } => !field.ContainingType.Is(KnownTypes.Purpose) && field.ContainingType.TypeKind != TypeKind.Enum,
        IInvocationOperation { TargetMethod: var method } => !method.ContainingType.Is(KnownTypes.DynamicEntitlement) && method.Name is not ("FromResult" or "Format" or "Concat") && !IsText(operation),
        IPropertyReferenceOperation { Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } } => true,
        _ => false,
    };

    // {resource} in the text of an attribute stands for the name.
    static bool IsText(IOperation operation) => operation.Ancestors().Any(static ancestor => ancestor is ISimpleAssignmentOperation
    {
        Target: IPropertyReferenceOperation { Property: { Name: "DisplayName" or "Description", ContainingType: { } owner } },
    } && owner.Is(KnownTypes.DynamicEntitlement));
}
