using System.Collections.Immutable;
using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Baton.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Baton.Generators.Parsing;

/// <summary>Reads the methods marked with <c>[Grants]</c>.</summary>
sealed class GrantsMethodParser(
    INamedTypeSymbol host, ITypeSymbol model, SlugTable slugs, Compilation compilation, IParseSink sink, CancellationToken cancellationToken)
{
    readonly ScopedMethodParser _signatures = new(
        host, model, new(KnownTypes.Grantee, KnownTypes.ResourceGrant, KnownTypes.ModelGrant), compilation, cancellationToken);

    public EquatableArray<GrantsMethodModel> Parse()
    {
        var methods = ImmutableArray.CreateBuilder<GrantsMethodModel>();
        var taken = new Dictionary<string, string>();
        foreach (var method in host.OrdinaryMethods(compilation))
        {
            if (AttributeReader.Of(method, KnownTypes.Grants, cancellationToken) is { } attribute &&
                slugs.DeclaresOrAny(attribute, "Grants", out var slug) && slugs.IsFirst(taken, slug, method, attribute, "Grants") &&
                !method.ReturnType.HasErrors() && Read(method, slug) is { } grants)
                methods.Add(grants);
        }
        return new(methods.ToImmutable());
    }

    GrantsMethodModel? Read(IMethodSymbol method, string slug)
    {
        void Reject(Location? where, string reason) => sink.Report(
            Descriptors.GrantsMethodIsUnsupported, where ?? host.FirstLocation(), model.ShortName(), host.ShortName(), method.Name, reason);

        return _signatures.Read(method, Reject) is { } read
            ? new(method.EscapedName(), method.IsStatic, slug, read.Scope, read.Shape, read.Cursor, read.Arguments)
            : null;
    }
}
