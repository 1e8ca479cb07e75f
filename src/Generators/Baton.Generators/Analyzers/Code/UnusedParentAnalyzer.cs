using System.Collections.Immutable;
using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Baton.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Baton.Generators.Analyzers.Code;

/// <summary>
/// A method that is called once for each parent has to ask for that parent's children, and one that looks up a child for the child of its parent.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnusedParentAnalyzer : MethodBodyAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.ParentIsIgnored, Descriptors.GetAsyncIgnoresParent];

    private protected override void Analyze(MethodBody body)
    {
        if (body.Role == MethodRole.List)
            CheckList(body);
        else if (body.Role == MethodRole.Get)
            CheckGet(body);
    }

    static void CheckList(MethodBody body)
    {
        if (ParentOf(body.Method) is not { } parent || body.UsesParent(parent))
            return;
        var type = ((INamedTypeSymbol)parent.Type).TypeArguments[0];
        if (ResourceTypeParser.IsRegistered(type, body.Compilation))
            body.Report(Descriptors.ParentIsIgnored, parent.FirstLocation(), body.Host.ShortName(), parent.Name, type.ShortName());
    }

    static void CheckGet(MethodBody body)
    {
        if (body.Method.Parameters.FirstOrDefault(static parameter => parameter.Type.Is(KnownTypes.ResourceKey)) is { } key &&
            !body.UsesParentOf(key) && Types(body).FirstOrDefault(type => NeedsParent(type, body.Compilation)) is { } type)
            body.Report(Descriptors.GetAsyncIgnoresParent, body.Method.FirstLocation(), type.ShortName(), $"look at {key.Name}.Parent");
    }

    // A base class works for the types that derive from it.
    static IEnumerable<INamedTypeSymbol> Types(MethodBody body) => body.Host.IsAbstract
        ? ConnectorIndex.Of(body.Compilation, body.CancellationToken).ResourceTypes.Where(type => type.IsOrDerivesFrom(body.Host))
        : [body.Host];

    static bool NeedsParent(INamedTypeSymbol type, Compilation compilation) =>
        type.OrdinaryMethods(compilation).Where(static method => method.Name == "ListAsync").ToList() is { Count: > 0 } lists &&
        lists.All(static list => ParentOf(list) is not null);

    static IParameterSymbol? ParentOf(IMethodSymbol list) => list.Parameters.FirstOrDefault(static parameter => parameter.Type.Is(KnownTypes.TypedResourceKey));
}
