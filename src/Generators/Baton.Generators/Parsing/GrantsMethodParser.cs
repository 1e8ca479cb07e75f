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
    public EquatableArray<GrantsMethodModel> Parse()
    {
        var methods = ImmutableArray.CreateBuilder<GrantsMethodModel>();
        var taken = new Dictionary<string, string>();
        foreach (var method in host.OrdinaryMethods(compilation))
        {
            if (AttributeReader.Of(method, KnownTypes.Grants, cancellationToken) is { } attribute &&
                slugs.Declares(attribute, "Grants", out var slug) && slugs.IsFirst(taken, slug, method, attribute, "Grants") &&
                !method.ReturnType.HasErrors() && Read(method, slug) is { } grants)
                methods.Add(grants);
        }
        return new(methods.ToImmutable());
    }

    GrantsMethodModel? Read(IMethodSymbol method, string slug)
    {
        void Reject(Location? where, string reason) => sink.Report(
            Descriptors.GrantsMethodIsUnsupported, where ?? host.FirstLocation(), model.ShortName(), host.ShortName(), method.Name, reason);

        if (ListingResult.Of(method.ReturnType, compilation) is not { } result ||
            !(result.Item.Is(KnownTypes.Grantee) || result.Item.Is(KnownTypes.ResourceGrant)))
        {
            Reject(method.ReturnTypePlace(cancellationToken), $"its result '{method.ReturnType.ShortName()}' does not list Grantee or ResourceGrant");
            return null;
        }
        var cursor = result.Cursor is null ? null : CursorParser.Parse(result.Cursor, cancellationToken);
        if (cursor is null && result.Cursor is not null)
        {
            Reject(method.ReturnTypePlace(cancellationToken), CursorRules.Unsupported(result.Cursor));
            return null;
        }
        var arguments = new ArgumentReader(method, Reject, cancellationToken).Read(type =>
            CursorRules.Takes(type, result.Cursor) ? ArgumentKind.Cursor
            : type.Same(model) ? ArgumentKind.Model
            : ProvisionMethodParser.Resource(type, host));
        if (arguments is null || !CursorRules.IsTaken(method, result, arguments.Value, Reject) ||
            Scope(result, arguments.Value, reason => Reject(method.FirstLocation(), reason)) is not { } scope)
            return null;
        return new(method.EscapedName(), method.IsStatic, slug, scope, result.Shape, cursor, arguments.Value);
    }

    GrantsScope? Scope(ListingResult result, EquatableArray<ArgumentKind> arguments, Action<string> reject)
    {
        var resources = arguments.Where(static kind =>
            kind is ArgumentKind.Model or ArgumentKind.ResourceKey or ArgumentKind.TypedResourceKey).ToList();
        var wholeType = result.Item.Is(KnownTypes.ResourceGrant);
        var problem = resources.Count > 1 ? "it takes the resource twice"
            : wholeType && resources.Count == 1 ? "it takes a resource, so it has to yield Grantee; ResourceGrant is for the whole type"
            : !wholeType && resources.Count == 0
                ? $"it takes no resource: take the model '{model.ShortName()}' or a ResourceKey, or yield ResourceGrant for the whole type"
            : resources is [ArgumentKind.Model] && result.Shape == ResultShape.Page
                ? "pages are asked for after listing, when there is no model any more: take a ResourceKey"
            : null;
        if (problem is not null)
        {
            reject(problem);
            return null;
        }
        return wholeType ? GrantsScope.Type : resources[0] == ArgumentKind.Model ? GrantsScope.Model : GrantsScope.Resource;
    }
}
