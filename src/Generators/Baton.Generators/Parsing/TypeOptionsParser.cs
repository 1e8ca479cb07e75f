using System.Collections.Immutable;
using Baton.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Baton.Generators.Parsing;

/// <summary>Reads the switches of <c>[ResourceType]</c>, and <c>[TypeAnnotation]</c>.</summary>
static class TypeOptionsParser
{
    public static TypeOptionsModel Parse(AttributeReader attribute, INamedTypeSymbol type, CancellationToken cancellationToken) => new(
        attribute.Property<bool>("SkipEntitlements"),
        attribute.Property<bool>("SkipGrants"),
        attribute.Property<bool>("SourcedExternally"),
        attribute.Property<bool>("OptInRequired"),
        attribute.Property<bool>("SkipSyncAnomalyDetection"),
        attribute.Property<bool>("Deprecated"),
        new([.. Elements(attribute.Named("Permissions")).OfType<string>().Where(static text => text.Length > 0)]),
        new([.. AttributeReader.AllOf(type, KnownTypes.TypeAnnotation, cancellationToken).Select(static a => Annotation(a, 0))
            .OfType<TypeAnnotationModel>()]))
    {
        V1Identifier = attribute.Property<string>("V1Identifier"),
    };

    /// <param name="attribute">An attribute that names a message.</param>
    /// <param name="position">Which argument is the message's name.</param>
    public static TypeAnnotationModel? Annotation(AttributeReader attribute, int position) => attribute.Text(position) is { Length: > 0 } name
        ? new(name, new(Elements(attribute.Named("Message")).OfType<byte>().ToImmutableArray()))
        : null;

    static IEnumerable<object?> Elements(TypedConstant? list) =>
        list is { Kind: TypedConstantKind.Array, IsNull: false } array ? array.Values.Select(static value => value.Value) : [];
}
