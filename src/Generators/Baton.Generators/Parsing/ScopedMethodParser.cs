using Baton.Generators.Helpers;
using Baton.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Baton.Generators.Parsing;

/// <summary>A listing method whose parameters say for what one call yields something.</summary>
sealed record ScopedMethod(GrantsScope Scope, ResultShape Shape, CursorModel? Cursor, EquatableArray<ArgumentKind> Arguments);

/// <summary>What such a method yields.</summary>
/// <param name="PerResource">Metadata name, when it is for one resource.</param>
/// <param name="ForType">Metadata names, when it is for all resources of the type; the first one is the one to advise.</param>
sealed record ScopedItems(string PerResource, params string[] ForType)
{
    public string PerResourceName => Short(PerResource);

    public string ForTypeName => Short(ForType[0]);

    static string Short(string name) => name.Substring("Baton.".Length);
}

/// <summary>Reads the signatures of <c>[Grants]</c> and <c>[Entitlements]</c> methods.</summary>
sealed class ScopedMethodParser(INamedTypeSymbol host, ITypeSymbol model, ScopedItems items, Compilation compilation, CancellationToken cancellationToken)
{
    /// <returns>Null after a rejection.</returns>
    public ScopedMethod? Read(IMethodSymbol method, Action<Location?, string> reject)
    {
        if (ListingResult.Of(method.ReturnType, compilation) is not { } result || !IsItem(result.Item))
        {
            reject(
                method.ReturnTypePlace(cancellationToken),
                $"its result '{method.ReturnType.ShortName()}' does not list {items.PerResourceName} or {items.ForTypeName}");
            return null;
        }
        var cursor = result.Cursor is null ? null : CursorParser.Parse(result.Cursor, cancellationToken);
        if (cursor is null && result.Cursor is not null)
        {
            reject(method.ReturnTypePlace(cancellationToken), CursorRules.Unsupported(result.Cursor));
            return null;
        }
        var arguments = new ArgumentReader(method, reject, cancellationToken).Read(type =>
            CursorRules.Takes(type, result.Cursor) ? ArgumentKind.Cursor
            : type.Same(model) ? ArgumentKind.Model
            : ProvisionMethodParser.Resource(type, host));
        if (arguments is null || !CursorRules.IsTaken(method, result, arguments.Value, reject) ||
            Scope(result, arguments.Value, reason => reject(method.FirstLocation(), reason)) is not { } scope)
            return null;
        return new(scope, result.Shape, cursor, arguments.Value);
    }

    bool IsItem(ITypeSymbol item) => item.Is(items.PerResource) || IsForType(item);

    bool IsForType(ITypeSymbol item) => items.ForType.Any(item.Is) &&
        (item is not INamedTypeSymbol { TypeArguments: [var argument] } || argument.Same(model));

    GrantsScope? Scope(ListingResult result, EquatableArray<ArgumentKind> arguments, Action<string> reject)
    {
        var resources = arguments.Where(static kind =>
            kind is ArgumentKind.Model or ArgumentKind.ResourceKey or ArgumentKind.TypedResourceKey).ToList();
        var wholeType = IsForType(result.Item);
        var problem = resources.Count > 1 ? "it takes the resource twice"
            : wholeType && resources.Count == 1
                ? $"it takes a resource, so it has to yield {items.PerResourceName}; {items.ForTypeName} is for the whole type"
            : !wholeType && resources.Count == 0
                ? $"it takes no resource: take the model '{model.ShortName()}' or a ResourceKey, or yield {items.ForTypeName} for the whole type"
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
