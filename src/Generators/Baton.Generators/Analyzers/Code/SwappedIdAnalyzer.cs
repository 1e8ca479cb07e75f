using System.Collections.Immutable;
using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Baton.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Baton.Generators.Analyzers.Code;

/// <summary>Ids are texts, so only names tell the one who gets something from what is given.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SwappedIdAnalyzer : MethodBodyAnalyzer
{
    static readonly string[] People = ["user", "member", "principal", "person", "account", "employee", "assignee"];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.IdsAreSwapped];

    private protected override void Analyze(MethodBody body)
    {
        if (body.Role.IsProvisioning())
        {
            foreach (var operation in body.Operations)
                CheckIds(operation, body);
        }
        else if (body.Role == MethodRole.Grants)
        {
            foreach (var call in body.All<IInvocationOperation>().Where(static call => call.TargetMethod.Name == "On" &&
                call.TargetMethod.ContainingType.Is(KnownTypes.Grantee)))
                CheckGrant(call, body);
        }
    }

    private protected override void AnalyzeHelper(MethodBody body) => Analyze(body);

    // api.AddAsync(who.Id, group.Id) for AddAsync(string group, string user)
    static void CheckIds(IOperation operation, MethodBody body)
    {
        var (what, values) = NamedValues.Of(operation);
        if (values.Find(value => IsIdOf(value.Value, body, KnownTypes.Principal)) is not { } principal ||
            values.Find(value => IsIdOf(value.Value, body, KnownTypes.ResourceKey, KnownTypes.TypedResourceKey)) is not { } resource)
            return;
        string[] things = [.. Words(body.Host, body.CancellationToken).Except(People)];
        if (Names(principal.Name, things) && !Names(principal.Name, People) && Names(resource.Name, People) && !Names(resource.Name, things))
            body.Report(Descriptors.IdsAreSwapped, principal.Value.Syntax, resource.Value.Syntax, what, principal.Name, resource.Name);
    }

    // Grantee.User<Users>(row.GroupId).On(row.UserId)
    static void CheckGrant(IInvocationOperation call, MethodBody body)
    {
        IOperation? source = call.Instance;
        while (source is IInvocationOperation { Instance: { } earlier })
            source = earlier;
        if (source is not IInvocationOperation { TargetMethod: { IsStatic: true, TypeArguments: [INamedTypeSymbol type] }, Arguments: [var id] } ||
            id.Value.NameOf() is not { } first || call.Value(0)?.NameOf() is not { } second)
            return;
        string[] things = [.. Words(body.Host, body.CancellationToken)];
        string[] holders = [.. Words(type, body.CancellationToken), .. type.Same(body.Host) ? [] : People];
        if (Names(first, things) && !Names(first, holders) && Names(second, holders) && !Names(second, things))
            body.Report(Descriptors.IdsAreSwapped, id.Value.Syntax, call.Value(0)!.Syntax, "On", first, second);
    }

    static bool IsIdOf(IOperation given, MethodBody body, params string[] types) =>
        Given(given, body).SelectMany(static value => value.Values()).Any(value =>
            value is IPropertyReferenceOperation { Property: { Name: "Id", ContainingType: var owner } } && Array.Exists(types, type => owner.Is(type)));

    // What a local function takes is what its callers give.
    static IEnumerable<IOperation> Given(IOperation value, MethodBody body) =>
        value.Bare() is IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.LocalFunction } } parameter }
            ? body.All<IInvocationOperation>().Where(call => call.Takes(parameter)).Select(call => call.Value(parameter.Ordinal)).OfType<IOperation>()
            : [value];

    /// <summary>What a resource of the class is called.</summary>
    static IEnumerable<string> Words(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        yield return Singular(type.Name.ToLowerInvariant());
        if (AttributeReader.Of(type, KnownTypes.ResourceType, cancellationToken)?.Text(0) is { Length: > 2 } id)
            yield return id.Replace("-", "").Replace("_", "").ToLowerInvariant();
    }

    static string Singular(string name) => name.Length > 3 && name.EndsWith("s", StringComparison.Ordinal) ? name.Substring(0, name.Length - 1) : name;

    static bool Names(string name, string[] words) =>
        Array.Exists(words, word => name.Replace("_", "").ToLowerInvariant().Contains(word));
}
