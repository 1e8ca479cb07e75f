using System.Collections.Immutable;
using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Baton.Generators.Analyzers.Code;

/// <summary>What an API may leave out is null on the one row in ten thousand that ends a sync.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NullAnalyzer : MethodBodyAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.NullIsDereferenced];

    private protected override void Analyze(MethodBody body)
    {
        foreach (var operation in body.Operations)
        {
            if (Receiver(operation) is not { } receiver || receiver.SemanticModel is not { } semantics)
                continue;
            var state = semantics.GetTypeInfo(receiver.Syntax, body.CancellationToken).Nullability.FlowState;
            if (state == NullableFlowState.MaybeNull && (receiver.NameOf() ?? (receiver.Bare() as IInvocationOperation)?.TargetMethod.Name) is { } name)
                body.Report(Descriptors.NullIsDereferenced, receiver.Syntax, name, body.Title, body.Host.ShortName());
        }
    }

    private protected override void AnalyzeHelper(MethodBody body) => Analyze(body);

    // a in a.b, a.Select(…) and foreach (… in a); nothing for a?.b
    static IOperation? Receiver(IOperation operation)
    {
        var instance = operation switch
        {
            IPropertyReferenceOperation property => property.Instance,
            IFieldReferenceOperation field => field.Instance,
            IInvocationOperation { TargetMethod: { IsExtensionMethod: true, Parameters: [var extended, ..] }, Arguments: [var first, ..] }
                when extended.Type.NullableAnnotation == NullableAnnotation.NotAnnotated => Written(first.Value),
            IInvocationOperation call => call.Instance,
            IForEachLoopOperation { Collection: var collection } => Written(collection),
            IArrayElementReferenceOperation element => element.ArrayReference,
            IImplicitIndexerReferenceOperation element => element.Instance,
            ISpreadOperation spread => Written(spread.Operand),
            _ => null,
        };
        if (instance is { Type.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } &&
            operation is IPropertyReferenceOperation { Property.Name: "Value" })
            return instance;
        return instance is { Type.IsReferenceType: true } and not (IInstanceReferenceOperation or IConditionalAccessInstanceOperation) ? instance : null;
    }

    // Without the conversions around it, which the compiler added.
    static IOperation Written(IOperation value)
    {
        while (value is IConversionOperation { IsImplicit: true, OperatorMethod: null } conversion)
            value = conversion.Operand;
        return value;
    }
}
