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
            if (state == NullableFlowState.MaybeNull && receiver.NameOf() is { } name)
                body.Report(Descriptors.NullIsDereferenced, receiver.Syntax, name, body.Role.Title(body.Method), body.Host.ShortName());
        }
    }

    // a in a.b; nothing for a?.b
    static IOperation? Receiver(IOperation operation)
    {
        var instance = operation switch
        {
            IPropertyReferenceOperation property => property.Instance,
            IFieldReferenceOperation field => field.Instance,
            IInvocationOperation call => call.Instance,
            _ => null,
        };
        return instance is { Type.IsReferenceType: true } and not (IInstanceReferenceOperation or IConditionalAccessInstanceOperation) ? instance : null;
    }
}
