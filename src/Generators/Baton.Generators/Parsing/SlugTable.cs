using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Microsoft.CodeAnalysis;

namespace Baton.Generators.Parsing;

/// <summary>The entitlements that a class declares, for checking what its other attributes name.</summary>
sealed class SlugTable(INamedTypeSymbol host, IReadOnlyCollection<string> slugs, IParseSink sink)
{
    public bool Contains(string slug) => slugs.Contains(slug);

    /// <summary>Whether the slug in an attribute's first argument is declared.</summary>
    public bool Declares(AttributeReader attribute, string name, out string slug)
    {
        slug = attribute.Text(0) ?? "";
        if (slugs.Contains(slug))
            return true;
        var declared = slugs.Count == 0 ? "" : $", or name one of: {string.Join(", ", slugs)}";
        sink.Report(Descriptors.SlugIsNotDeclared, attribute.At(0), name, slug, host.ShortName(), declared);
        return false;
    }

    /// <summary>As <see cref="Declares"/>, for a slug that may be left out: then it is empty, and means any.</summary>
    public bool DeclaresOrAny(AttributeReader attribute, string name, out string slug)
    {
        if (!IsAny(attribute))
            return Declares(attribute, name, out slug);
        slug = "";
        return true;
    }

    public static bool IsAny(AttributeReader attribute) => attribute.Argument(0) is null or { IsNull: true };

    /// <summary>Whether a method is the first of its kind for a slug.</summary>
    public bool IsFirst(Dictionary<string, string> taken, string slug, IMethodSymbol method, AttributeReader attribute, string name)
    {
        if (!taken.TryGetValue(slug, out var earlier))
        {
            taken.Add(slug, method.Name);
            return true;
        }
        sink.Report(Descriptors.SlugHasTwoMethods, attribute.Location, slug.Length == 0 ? "(any)" : slug, host.ShortName(), name, earlier, method.Name);
        return false;
    }
}
