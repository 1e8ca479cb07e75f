using System.Collections.Immutable;
using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Baton.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Baton.Generators.Analyzers.Code;

/// <summary>Ids of entitlements and grants belong to the runtime: nobody else puts them together or takes them apart.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HandmadeIdAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.IdIsMadeByHand];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var index = new SharedIndex(start.Compilation);
            var isTest = TestProject.Is(start.Compilation);
            start.RegisterOperationAction(operation => CheckMade(operation, index, isTest),
                OperationKind.InterpolatedString, OperationKind.Binary, OperationKind.Invocation);
            start.RegisterOperationAction(CheckTaken, OperationKind.Invocation);
        });
    }

    static void CheckMade(OperationAnalysisContext context, SharedIndex index, bool isTest)
    {
        var isInResourceType = IsInResourceType(context);
        // A test says which ids it expects.
        if ((isTest && !isInResourceType) || IsPart(context.Operation) || Pattern(context.Operation) is not { } pattern ||
            pattern.IndexOf(':') < 0 || pattern.Any(char.IsWhiteSpace) || IsForeign(context.Operation))
            return;
        var parts = pattern.Replace(Key, TypeId + ":" + Hole).Split(':');
        if (pattern == Key || !index.Get(context.CancellationToken).ResourceTypes.Any(IsMeant))
            return;
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.IdIsMadeByHand, context.Operation.Syntax.GetLocation(), "put together", parts.Length == 2
            ? "pass the id alone, its type is known"
            : "name an entitlement by its slug, a grant through GrantOutcome.Replaced<TResource, TPrincipal>"));

        // In other classes 'user:…' may be what a source calls something; with an entitlement of the type behind it, it is not.
        bool IsMeant(INamedTypeSymbol type) => parts.Length >= 2 && parts[1] == Hole &&
            (parts[0] == TypeId || parts[0] == AttributeReader.Of(type, KnownTypes.ResourceType, context.CancellationToken)?.Text(0)) &&
            (isInResourceType || (parts.Length > 2 && AttributeReader.AllOf(type, KnownTypes.Entitlement, context.CancellationToken)
                .Any(entitlement => entitlement.Text(0) == parts[2])));
    }

    // Of a sum, the whole of it; so is an interpolated text that is only one of the texts joined.
    static bool IsPart(IOperation operation) => operation is IBinaryOperation && operation.Parent is IBinaryOperation;

    // Ids that another program gave have the form that it chose.
    static bool IsForeign(IOperation operation) => operation.Parent is IArgumentOperation
    {
        Parent: IInvocationOperation { TargetMethod: { Name: "V1Identifier" or "RawId" or "Alias" or "Aliases", ContainingNamespace.Name: "Baton" } },
    };

    const string Hole = "\0";

    /// <summary>A value that is the id of some resource type.</summary>
    const string TypeId = "\u0001";

    /// <summary>A key as text: its type, and its id.</summary>
    const string Key = "\u0002";

    /// <summary>The text with a mark for each value in it; null when it has none.</summary>
    static string? Pattern(IOperation operation) => operation switch
    {
        IInterpolatedStringOperation text when text.Parts.Any(static part => part is IInterpolationOperation) => string.Concat(text.Parts.Select(static part =>
            part switch
            {
                IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string literal } } => literal,
                IInterpolationOperation value => Part(value.Expression),
                _ => Hole,
            })),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String, ConstantValue.HasValue: false } sum =>
            Part(sum.LeftOperand) + Part(sum.RightOperand),
        IInvocationOperation { TargetMethod: { Name: "Concat", ContainingType.SpecialType: SpecialType.System_String } } call =>
            string.Concat(call.Arguments.SelectMany(static argument => argument.Value.Elements()).Select(Part)),
        IInvocationOperation { TargetMethod: { Name: "Join", ContainingType.SpecialType: SpecialType.System_String }, Arguments: { Length: > 1 } all } =>
            string.Join(Part(all[0].Value), all.Skip(1).SelectMany(static argument => argument.Value.Elements()).Select(Part)),
        IInvocationOperation { TargetMethod: { Name: "Format", ContainingType.SpecialType: SpecialType.System_String } } call =>
            Formatted([.. call.Arguments.Where(static argument =>
                argument.Parameter?.Type.SpecialType is SpecialType.System_String or SpecialType.System_Object or SpecialType.None)
                .SelectMany(static argument => argument.Value.Elements())]),
        _ => null,
    };

    // "{0}:{1}:member"
    static string? Formatted(List<IOperation> values)
    {
        var format = values.FindIndex(static value => value.ConstantValue is { HasValue: true, Value: string text } && text.Contains('{'));
        if (format < 0)
            return null;
        var text = (string)values[format].ConstantValue.Value!;
        for (var i = format + 1; i < values.Count; i++)
            text = text.Replace("{" + (i - format - 1).ToString(System.Globalization.CultureInfo.InvariantCulture) + "}", Part(values[i]));
        return text;
    }

    static string Part(IOperation operation) => operation.Bare() switch
    {
        { ConstantValue: { HasValue: true, Value: string literal } } => literal,
        { ConstantValue: { HasValue: true, Value: char character } } => character.ToString(),
        IPropertyReferenceOperation { Property: { Name: "Type", ContainingType: { } owner } } when IsKey(owner) => TypeId,
        IInvocationOperation { TargetMethod.Name: "ToString", Instance.Type: { } owner } when IsKey(owner) => Key,
        { Type: { } type } when IsKey(type) => Key,
        ILocalReferenceOperation local when local.Initializer() is { ConstantValue.HasValue: true } initial => Part(initial),
        var bare when bare.Held() is { ConstantValue: { HasValue: true, Value: string held } } => held,
        var bare => Pattern(bare) ?? Hole,
    };

    static bool IsKey(ITypeSymbol type) => type.Is(KnownTypes.ResourceKey) || type.Is(KnownTypes.TypedResourceKey) || type.Is(KnownTypes.Principal);

    static void CheckTaken(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod is { Name: "Split" or "IndexOf" or "LastIndexOf", ContainingType.SpecialType: SpecialType.System_String } &&
            call.Instance?.Values().FirstOrDefault() is IPropertyReferenceOperation { Property: { Name: "Id", ContainingType: { } owner } } &&
            (IsKey(owner) || owner.Is(KnownTypes.Grantee)) && !HasCount(call) && call.Arguments.Any(static argument => IsColon(argument.Value)))
        {
            var place = call.Syntax is InvocationExpressionSyntax { Expression: { } called } ? called : call.Syntax;
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.IdIsMadeByHand, place.GetLocation(), "taken apart",
                "an id may contain ':' itself, so keep what you need in separate parts, for example in the parent"));
        }
    }

    static bool IsColon(IOperation separator) => separator.Values().SelectMany(static value => value.DescendantsAndSelf())
        .Any(static value => value.ConstantValue is { HasValue: true, Value: ':' or ":" });

    // "Into two" says that the last part may hold the separator: an id that the author composed and knows.
    static bool HasCount(IInvocationOperation call) => call.TargetMethod.Name == "Split" &&
        call.Arguments.Any(static argument => argument is { ArgumentKind: ArgumentKind.Explicit, Parameter.Type.SpecialType: SpecialType.System_Int32 });

    static bool IsInResourceType(OperationAnalysisContext context)
    {
        for (var type = context.ContainingSymbol.ContainingType; type is not null; type = type.ContainingType)
        {
            if (type.Has(KnownTypes.ResourceType) || type.Has(KnownTypes.Connector))
                return true;
        }
        return false;
    }
}
