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
        if (body.Exception() is { } exception)
            body.Report(Descriptors.MethodDoesNothing, body.Method.FirstLocation(), body.Title, body.Host.ShortName(), $"only throws {exception}");
        else if (IsObliged(body) && !body.Acts())
            body.Report(Descriptors.MethodDoesNothing, body.Method.FirstLocation(), body.Title, body.Host.ShortName(), "calls nothing");
        else if (body.Role.IsProvisioning())
            CheckOutcomes(body);
        CheckContext(body);
    }

    private protected override void AnalyzeHelper(MethodBody body) => CheckContext(body);

    static void CheckContext(MethodBody body)
    {
        if (!body.Role.IsProvisioning())
            return;
        foreach (var parent in body.All<IPropertyReferenceOperation>().Where(IsContext))
        {
            if (!IsChild(parent, body))
                body.Report(Descriptors.ContextFromParent, parent.NamePlace(), body.Title, body.Host.ShortName(), parent.Instance!.NameOf() ?? "it");
        }
    }

    // Listing nothing may be right, and so may an action or a feed that only answers; granting, creating, deleting and issuing change something.
    static bool IsObliged(MethodBody body) => body.Role.IsProvisioning() || Array.Exists(Changes, attribute => body.Method.Has(attribute)) ||
        (body.Method.Has(KnownTypes.Action) && body.Method.ReturnType.Is(KnownTypes.Task));

    static readonly string[] Changes =
        [KnownTypes.CreateResource, KnownTypes.DeleteResource, KnownTypes.CreateAccount, KnownTypes.RotateCredentials, KnownTypes.IssueCredential];

    // Only Granted, or only Revoked, written out: a second call cannot say that there was nothing to do.
    static void CheckOutcomes(MethodBody body)
    {
        if (body.Method.ReturnType is not INamedTypeSymbol { TypeArguments: [var outcome] } ||
            !(outcome.Is(KnownTypes.GrantOutcome) || outcome.Is(KnownTypes.RevokeOutcome)))
            return;
        var named = body.Operations.Select(operation => operation switch
        {
            IMemberReferenceOperation { Member.ContainingType: var owner } member when owner.Same(outcome) || owner.Is(KnownTypes.GrantOutcomeKind) => member,
            _ => null,
        }).OfType<IMemberReferenceOperation>().ToList();
        var made = body.All<IReturnOperation>().SelectMany(static result => result.ReturnedValue?.Values() ?? []).SelectMany(Results);
        if (named.Count > 0 && named.All(static member => member.Member.Name is "Granted" or "Revoked") &&
            made.All(static value => value is IMemberReferenceOperation { Member.Name: "Granted" or "Revoked" } or
                IObjectCreationOperation { Arguments: [{ Value: IMemberReferenceOperation { Member.Name: "Granted" } }, ..] }))
            body.Report(Descriptors.NeverAlready, named[0].NamePlace(), body.Title, body.Host.ShortName(), "Already" + named[0].Member.Name);
    }

    static IEnumerable<IOperation> Results(IOperation value) => value.Bare() switch
    {
        IInvocationOperation { TargetMethod.Name: "FromResult", Arguments: [var result] } => Results(result.Value),
        IThrowOperation => [],
        var bare => [bare],
    };

    static bool IsContext(IPropertyReferenceOperation property) => property is { Property.Name: "Parent", Instance: not null } &&
        (property.Property.ContainingType.Is(KnownTypes.ResourceKey) || property.Property.ContainingType.Is(KnownTypes.Principal));

    // A resource that is listed under a parent belongs to it.
    static bool IsChild(IPropertyReferenceOperation parent, MethodBody body) => !IsKeyOfPrincipal(parent.Instance!) &&
        parent.Property.ContainingType.Is(KnownTypes.ResourceKey) &&
        body.Host.OrdinaryMethods(body.Compilation).Any(static method => method.Name == "ListAsync" &&
            method.Parameters.Any(static parameter => parameter.Type.Is(KnownTypes.TypedResourceKey)));

    // who.Key.Parent
    static bool IsKeyOfPrincipal(IOperation key) => key.Values().Any(static value =>
        value is IPropertyReferenceOperation { Property: { Name: "Key", ContainingType: { } owner } } && owner.Is(KnownTypes.Principal));
}
