using System.Collections.Immutable;
using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Baton.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Baton.Generators.Parsing;

/// <summary>Reads the <c>ListAsync</c> methods of a resource type.</summary>
sealed class ListMethodParser(
    INamedTypeSymbol host, Location? place, Compilation compilation, IParseSink sink, CancellationToken cancellationToken)
{
    const string Name = "ListAsync";

    /// <summary>The model type that all of them list.</summary>
    public ITypeSymbol? Model { get; private set; }

    /// <summary>The usable methods, in declaration order.</summary>
    public EquatableArray<ListMethodModel> Parse()
    {
        var methods = host.OrdinaryMethods(compilation).Where(static method => method.Name == Name).ToList();
        if (methods.Count == 0)
            sink.Report(Descriptors.ListAsyncIsMissing, place, host.ShortName());
        var lists = ImmutableArray.CreateBuilder<ListMethodModel>();
        foreach (var method in methods)
        {
            if (Read(method) is { } list && Fits(list.Method, list.Item, method, lists))
                lists.Add(list.Method);
        }
        return new(lists.ToImmutable());
    }

    (ListMethodModel Method, ITypeSymbol Item)? Read(IMethodSymbol method)
    {
        // The compiler has said what is wrong.
        if (method.ReturnType.HasErrors())
            return null;
        if (ListingResult.Of(method.ReturnType, compilation) is not { } result || result.Item.TypeKind == TypeKind.Dynamic)
        {
            Reject(method.ReturnTypePlace(cancellationToken), $"its result '{method.ReturnType.ShortName()}' is no listing");
            return null;
        }
        var cursor = result.Cursor is null ? null : CursorParser.Parse(result.Cursor, cancellationToken);
        if (cursor is null && result.Cursor is not null)
        {
            Reject(method.ReturnTypePlace(cancellationToken), CursorRules.Unsupported(result.Cursor));
            return null;
        }
        ITypeSymbol? parent = null;
        var arguments = new ArgumentReader(method, Reject, cancellationToken).Read(type =>
        {
            if (type.Is(KnownTypes.TypedResourceKey))
            {
                parent = ((INamedTypeSymbol)type).TypeArguments[0];
                return ArgumentKind.Parent;
            }
            return CursorRules.Takes(type, result.Cursor) ? ArgumentKind.Cursor : null;
        });
        if (arguments is null || !CursorRules.IsTaken(method, result, arguments.Value, Reject) || !IsRegistered(method, parent))
            return null;
        return (new(method.EscapedName(), method.IsStatic, parent?.PlainFullName(), result.Shape, cursor, arguments.Value), result.Item);
    }

    bool Fits(ListMethodModel list, ITypeSymbol item, IMethodSymbol method, IEnumerable<ListMethodModel> earlier)
    {
        Model ??= item;
        var problem = !Model.Same(item)
            ? ($"list different models, '{Model.ShortName()}' and '{item.ShortName()}'", "make it one model, or two resource types")
            : earlier.Any(other => other.Parent == list.Parent)
                ? (list.Parent is null ? "list without a parent" : "list under the same parent", "make it one method")
                : default((string What, string Advice)?);
        if (problem is not { } found)
            return true;
        sink.Report(Descriptors.ListAsyncOverloadsDisagree, method.FirstLocation() ?? place, host.ShortName(), found.What, found.Advice);
        return false;
    }

    bool IsRegistered(IMethodSymbol method, ITypeSymbol? parent)
    {
        if (parent is null || ResourceTypeParser.IsRegistered(parent, compilation))
            return true;
        var parameter = method.Parameters.First(static candidate => candidate.Type.Is(KnownTypes.TypedResourceKey));
        sink.Report(Descriptors.ParentIsNotRegistered, parameter.TypePlace(cancellationToken) ?? place, host.ShortName(), parent.ShortName());
        return false;
    }

    void Reject(Location? where, string reason) =>
        sink.Report(Descriptors.ListAsyncIsUnsupported, where ?? place, host.ShortName(), reason);
}
