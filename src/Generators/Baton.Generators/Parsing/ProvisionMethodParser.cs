using System.Collections.Immutable;
using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Baton.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Baton.Generators.Parsing;

/// <summary>Reads the methods marked with <c>[Grant]</c> or with <c>[Revoke]</c>.</summary>
sealed class ProvisionMethodParser(
    INamedTypeSymbol host, SlugTable slugs, Compilation compilation, IParseSink sink, CancellationToken cancellationToken)
{
    /// <param name="attribute">Metadata name of the attribute.</param>
    /// <param name="outcome">Metadata name of the result that the method may return.</param>
    public EquatableArray<ProvisionMethodModel> Parse(string attribute, string outcome)
    {
        var name = NameOf(attribute);
        var methods = ImmutableArray.CreateBuilder<ProvisionMethodModel>();
        var taken = new Dictionary<string, string>();
        foreach (var method in host.OrdinaryMethods(compilation))
        {
            foreach (var reader in AttributeReader.AllOf(method, attribute, cancellationToken))
            {
                if (slugs.DeclaresOrAny(reader, name, out var slug) && slugs.IsFirst(taken, slug, method, reader, name) &&
                    !method.ReturnType.HasErrors() && Read(method, slug, name, outcome) is { } provision)
                    methods.Add(provision);
            }
        }
        return new(methods.ToImmutable());
    }

    /// <summary>Says that what can be granted can be revoked, and the reverse.</summary>
    public void Match(string attribute, string counterpart)
    {
        var others = Attributes(counterpart).Select(SlugOf).ToList();
        foreach (var reader in Attributes(attribute))
        {
            // A method for any entitlement is the counterpart of every method.
            if (SlugOf(reader) is { } slug && (slug == Any || slugs.Contains(slug)) && !others.Contains(slug) && !others.Contains(Any))
                sink.Report(Descriptors.GrantWithoutRevoke, reader.Location, slug, host.ShortName(), NameOf(attribute), NameOf(counterpart));
        }
    }

    /// <summary>Whether a parameter of this type receives the resource.</summary>
    public static ArgumentKind? Resource(ITypeSymbol type, INamedTypeSymbol host) =>
        type.Is(KnownTypes.ResourceKey) ? ArgumentKind.ResourceKey
        : type.Is(KnownTypes.TypedResourceKey) && ((INamedTypeSymbol)type).TypeArguments[0].Same(host) ? ArgumentKind.TypedResourceKey
        : null;

    const string Any = "(any)";

    static string? SlugOf(AttributeReader attribute) => SlugTable.IsAny(attribute) ? Any : attribute.Text(0);

    static string NameOf(string attribute) => attribute == KnownTypes.Grant ? "Grant" : "Revoke";

    IEnumerable<AttributeReader> Attributes(string attribute) => host.OrdinaryMethods(compilation)
        .SelectMany(method => AttributeReader.AllOf(method, attribute, cancellationToken));

    ProvisionMethodModel? Read(IMethodSymbol method, string slug, string attribute, string outcome)
    {
        var outcomeName = outcome.Substring("Baton.".Length);
        void Reject(Location? where, string reason) => sink.Report(Descriptors.ProvisioningMethodIsUnsupported,
            where ?? host.FirstLocation(), outcomeName, host.ShortName(), method.Name, attribute, reason);

        var returnsOutcome = method.ReturnType.Is(KnownTypes.TaskOf) && ((INamedTypeSymbol)method.ReturnType).TypeArguments[0].Is(outcome);
        if (!returnsOutcome && !method.ReturnType.Is(KnownTypes.Task))
        {
            Reject(method.ReturnTypePlace(cancellationToken),
                $"its result '{method.ReturnType.ShortName()}' is neither Task nor Task<{outcomeName}>");
            return null;
        }
        var arguments = new ArgumentReader(method, Reject, cancellationToken).Read(type =>
            type.Is(KnownTypes.Principal) ? ArgumentKind.Principal
            : slug.Length == 0 && type.SpecialType == SpecialType.System_String ? ArgumentKind.Slug
            : Resource(type, host));
        if (arguments is not { } kinds)
            return null;
        var missing = !kinds.Contains(ArgumentKind.Principal) ? "Principal"
            : slug.Length == 0 && !kinds.Contains(ArgumentKind.Slug) ? "string, for the slug"
            : kinds.Count(static kind => kind is ArgumentKind.ResourceKey or ArgumentKind.TypedResourceKey) != 1 ? "ResourceKey"
            : null;
        if (missing is null)
            return new(method.EscapedName(), method.IsStatic, slug, returnsOutcome, kinds);
        Reject(method.FirstLocation(), $"it needs exactly one parameter of type {missing}");
        return null;
    }
}
