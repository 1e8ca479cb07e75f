using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Baton.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Baton.Generators.Parsing;

/// <summary>Reads the <c>GetAsync</c> method of a resource type.</summary>
/// <param name="needsParent">The resources are listed only under parents.</param>
sealed class GetMethodParser(
    INamedTypeSymbol host, ITypeSymbol model, bool needsParent, Compilation compilation, IParseSink sink, CancellationToken cancellationToken)
{
    const string Name = "GetAsync";

    /// <returns>Null when there is none that can be called.</returns>
    public GetMethodModel? Parse()
    {
        GetMethodModel? found = null;
        foreach (var method in host.OrdinaryMethods(compilation).Where(IsMeant))
        {
            if (found is not null)
                Reject(method, method.FirstLocation(), "there is one already");
            else
                found = Read(method);
        }
        return found;
    }

    // A class may well have a helper of that name; one that takes a key, or hands out the model, is meant.
    bool IsMeant(IMethodSymbol method) => method.Name == Name && !method.ReturnType.HasErrors() &&
        (method.Parameters.Any(static parameter => parameter.Type.Is(KnownTypes.ResourceKey) || parameter.Type.Is(KnownTypes.TypedResourceKey)) ||
            (method.DeclaredAccessibility == Accessibility.Public && ReturnsModel(method.ReturnType)));

    GetMethodModel? Read(IMethodSymbol method)
    {
        if (!ReturnsModel(method.ReturnType))
        {
            Reject(method, method.ReturnTypePlace(cancellationToken), $"its result '{method.ReturnType.ShortName()}' is not Task<{model.ShortName()}?>");
            return null;
        }
        var arguments = new ArgumentReader(method, (where, reason) => Reject(method, where, reason), cancellationToken)
            .Read(type => ProvisionMethodParser.Resource(type, host));
        if (arguments is not { } kinds)
            return null;
        if (kinds.Count(static kind => kind is ArgumentKind.ResourceKey or ArgumentKind.TypedResourceKey) != 1)
        {
            Reject(method, method.FirstLocation(), "it needs exactly one parameter of type ResourceKey");
            return null;
        }
        if (needsParent)
            CheckParent(method);
        return new(method.EscapedName(), method.IsStatic, kinds);
    }

    // The id alone may exist under several parents. Whether a key that has a parent is asked for it, the code of the method says.
    void CheckParent(IMethodSymbol method)
    {
        var key = method.Parameters.First(parameter => ProvisionMethodParser.Resource(parameter.Type, host) is not null);
        if (key.Type.Is(KnownTypes.TypedResourceKey))
        {
            sink.Report(Descriptors.GetAsyncIgnoresParent, key.TypePlace(cancellationToken), host.ShortName(),
                $"'{key.Type.ShortName()}' has none, so take a ResourceKey");
        }
    }

    bool ReturnsModel(ITypeSymbol type) => (type.Is(KnownTypes.TaskOf) || type.Is(KnownTypes.ValueTaskOf)) &&
        ((INamedTypeSymbol)type).TypeArguments[0].WithoutNullable(out _).Same(model);

    void Reject(IMethodSymbol method, Location? where, string reason) => sink.Report(
        Descriptors.GetAsyncIsUnsupported, where ?? method.FirstLocation() ?? host.FirstLocation(), model.ShortName(), host.ShortName(), reason);
}
