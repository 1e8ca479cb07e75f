using Baton.Generators.Diagnostics;
using Baton.Generators.Emit;
using Baton.Generators.Helpers;
using Baton.Generators.Models;
using Baton.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Baton.Generators.Analyzers;

/// <summary>What a resource type has lost since the shape was written.</summary>
/// <param name="declared">Ids of all resource types: of a parent that is gone its own diagnostic speaks.</param>
sealed class TypeComparison(ShapeTypeModel before, ShapeTypeModel now, IEnumerable<string> declared, IParseSink sink, CancellationToken cancellationToken)
{
    public void Check(INamedTypeSymbol type, AttributeReader attribute, ResourceTypeModel model, Compilation compilation)
    {
        var place = attribute.Target ?? type.FirstLocation();
        CheckEntitlements(type, place);
        if (before.IdRule is { } rule && now.IdRule is { } other && rule != other)
            sink.Report(Descriptors.IdRuleChanged, IdPlace(type, model, compilation) ?? place, now.Id, rule, other);
        if (before.Parents.Except(now.Parents).Any(declared.Contains) || (before.AtRoot && !now.AtRoot))
            sink.Report(Descriptors.ParentChanged, ListPlace(type, compilation) ?? place, now.Id, Listed(before), Listed(now));
        foreach (var trait in before.Traits.Except(now.Traits))
            sink.Report(Descriptors.TraitIsGone, now.Traits.Count > 0 ? attribute.AtElement(1, 0) : place, now.Id, trait, Traits(now));
        foreach (var capability in before.Capabilities.Except(now.Capabilities))
            sink.Report(Descriptors.CapabilityIsGone, place, $"Resource type '{now.Id}'", capability);
    }

    // When one slug went and one came, the one became the other.
    void CheckEntitlements(INamedTypeSymbol type, Location? place)
    {
        var gone = before.Entitlements.Except(now.Entitlements).ToList();
        var renamed = gone.Count == 1 && now.Entitlements.Except(before.Entitlements).ToList() is [var only] ? only : null;
        var slug = renamed is null ? null
            : AttributeReader.AllOf(type, KnownTypes.Entitlement, cancellationToken).FirstOrDefault(entitlement => entitlement.Text(0) is { } text && ShapeParts.Plain(text) == renamed);
        foreach (var entitlement in gone)
            sink.Report(Descriptors.EntitlementIsGone, slug?.At(0) ?? place, entitlement, now.Id, renamed is null ? "is declared no more" : $"is '{renamed}' now");
    }

    Location? IdPlace(INamedTypeSymbol type, ResourceTypeModel model, Compilation compilation) => model.Mapping.Method is not null
        ? type.OrdinaryMethods(compilation).Where(static method => method is { Name: "Map", Parameters.Length: 2 })
            .Select(method => IdExpression.Place(method, cancellationToken)).FirstOrDefault(static found => found is not null)
        : type.OrdinaryMethods(compilation).Where(static method => method.Name == "ListAsync")
            .Select(method => ListingResult.Of(method.ReturnType, compilation)?.Item).OfType<ITypeSymbol>()
            .SelectMany(static item => item.Properties()).FirstOrDefault(IsId)?.FirstLocation();

    bool IsId(IPropertySymbol property) => AttributeReader.AllOf(property, KnownTypes.Map, cancellationToken)
        .Any(static map => map.Argument(0) is { } argument && AttributeReader.EnumMember(argument) == "Id");

    static Location? ListPlace(INamedTypeSymbol type, Compilation compilation) =>
        type.OrdinaryMethods(compilation).FirstOrDefault(static method => method.Name == "ListAsync")?.FirstLocation();

    static string Traits(ShapeTypeModel type) => type.Traits.Count == 0 ? "none" : string.Join(" and ", type.Traits.Select(static trait => "Trait." + trait));

    static string Listed(ShapeTypeModel type)
    {
        var places = type.Parents.Select(static parent => $"under '{parent}'").ToList();
        if (type.AtRoot)
            places.Insert(0, "without a parent");
        return string.Join(" and ", places);
    }
}
