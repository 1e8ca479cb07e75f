using System.Collections.Immutable;
using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Baton.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Baton.Generators.Analyzers.Code;

/// <summary>The value of a secret setting must not reach a log, an error or a resource.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SecretFlowAnalyzer : DiagnosticAnalyzer
{
    /// <summary>Variables that a value is followed through.</summary>
    const int Depth = 3;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.SecretIsShown];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(AnalyzeProperty, OperationKind.PropertyReference);
        context.RegisterOperationAction(AnalyzeWhole,
            OperationKind.ParameterReference, OperationKind.FieldReference, OperationKind.LocalReference, OperationKind.PropertyReference);
    }

    static void AnalyzeProperty(OperationAnalysisContext context)
    {
        var property = ((IPropertyReferenceOperation)context.Operation).Property;
        if (IsSecret(property, context.CancellationToken) && Sink(context.Operation, Depth) is { } sink)
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.SecretIsShown, context.Operation.NamePlace().GetLocation(), property.Name, sink));
    }

    // The text of a record has the values of all its properties.
    static void AnalyzeWhole(OperationAnalysisContext context)
    {
        if (context.Operation is { Type: INamedTypeSymbol { IsRecord: true } type } record && IsWhole(record) &&
            HasSecretInText(type, context.CancellationToken) && Sink(record, Depth) is { } sink)
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.SecretIsShown, record.NamePlace().GetLocation(), type.Name, sink));
    }

    // A member of it, or what a method of it answers, is something else; ToString is all of it.
    static bool IsWhole(IOperation record) =>
        record.Parent is not (IMemberReferenceOperation or IInvocationOperation { TargetMethod.Name: not "ToString" });

    // An author who writes ToString decides what is in it.
    static bool HasSecretInText(INamedTypeSymbol type, CancellationToken cancellationToken) => type.Has(KnownTypes.ConnectorConfig) &&
        type.GetMembers("ToString").OfType<IMethodSymbol>().All(static method => method.IsImplicitlyDeclared) &&
        type.Properties().Any(property => IsSecret(property, cancellationToken));

    static bool IsSecret(IPropertySymbol property, CancellationToken cancellationToken) =>
        AttributeReader.Of(property, KnownTypes.Field, cancellationToken)?.Property<bool>("Secret") == true ||
        (property.Name == "Password" && property.ContainingType.Is(KnownTypes.NewCredential)) ||
        (property.Name == "Value" && property.ContainingType.Is(KnownTypes.PlaintextSecret));

    /// <summary>What shows the value; null when nothing does.</summary>
    static string? Sink(IOperation value, int depth)
    {
        for (var (inner, current) = (value, value.Parent); current is not null; (inner, current) = (current, current.Parent))
        {
            switch (current)
            {
                case IArgumentOperation { Parent: IInvocationOperation call }:
                    if (Shows(call) is { } what)
                        return what;
                    if (!Copies(call))
                        return depth == 0 ? null : Taken((IArgumentOperation)current, call).Select(use => Sink(use, depth - 1)).FirstOrDefault(IsShown);
                    break;
                case IArgumentOperation { Parent: IObjectCreationOperation creation }:
                    return IsException(creation.Type) ? "the text of an exception" : null;
                case IInvocationOperation call when call.Instance == inner && call.Type?.SpecialType != SpecialType.System_String:
                case IPropertyReferenceOperation { Property.Name: not "Span" }:
                case IBinaryOperation { Type.SpecialType: not SpecialType.System_String }:
                case IConditionalOperation condition when condition.Condition == inner:
                case IAnonymousFunctionOperation or IBlockOperation or IExpressionStatementOperation or IReturnOperation:
                    return null;
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local } }:
                    return depth == 0 ? null : Uses(current, local).Select(use => Sink(use, depth - 1)).FirstOrDefault(IsShown);
                case IVariableDeclaratorOperation { Symbol: var local }:
                    return depth == 0 ? null : Uses(current, local).Select(use => Sink(use, depth - 1)).FirstOrDefault(IsShown);
            }
        }
        return null;
    }

    static bool IsShown(string? sink) => sink is not null;

    static IEnumerable<IOperation> Uses(IOperation given, ILocalSymbol local) => given.Ancestors().Last().DescendantsAndSelf()
        .OfType<ILocalReferenceOperation>().Where(use => SymbolEqualityComparer.Default.Equals(use.Local, local) && (use.Parent as ISimpleAssignmentOperation)?.Target != use);

    // Where a function, or a method beside it, uses what it is given.
    static IEnumerable<IOperation> Taken(IArgumentOperation argument, IInvocationOperation call) =>
        argument.Parameter is { } given && call.UsesOf(given) is { } uses ? uses : [];

    static string? Shows(IInvocationOperation call)
    {
        var type = call.TargetMethod.ContainingType;
        return type.Is(KnownTypes.Logger) || type.Is(KnownTypes.LoggerExtensions) || call.TargetMethod.Has(KnownTypes.LoggerMessage) ? "the log"
            : type.Is("System.Console") || type.Is("System.Diagnostics.Debug") || type.Is("System.Diagnostics.Trace") ? "the output"
            : call.Instance is IPropertyReferenceOperation { Property: { ContainingType: var owner } } && owner.Is("System.Console") ? "the output"
            : type.Is(KnownTypes.SyncWarnings) ? "a warning of the sync"
            : type.Is("System.Diagnostics.Activity") ? "a trace"
            : MapCalls.IsBuilder(call.Instance?.Type) ? "a resource"
            : null;
    }

    // string.Concat, string.Format, Encoding.GetString, Convert.ToBase64String, JsonSerializer.Serialize: the secret is in the result.
    static bool Copies(IInvocationOperation call) => call.TargetMethod is { ReturnType: var result, ContainingType: var type } &&
        (type.SpecialType == SpecialType.System_String ? result.SpecialType == SpecialType.System_String : type.Is("System.Text.Encoding") ||
            type.Is("System.Convert") || type.Is("System.Text.Json.JsonSerializer"));

    static bool IsException(ITypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.Is(KnownTypes.Exception))
                return true;
        }
        return false;
    }
}
