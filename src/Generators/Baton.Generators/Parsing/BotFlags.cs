using Baton.Generators.Helpers;
using Microsoft.CodeAnalysis;

namespace Baton.Generators.Parsing;

/// <summary>Properties by which a source tells programs from people.</summary>
static class BotFlags
{
    static readonly string[] Flags =
    [
        "isbot", "bot", "isservice", "isserviceaccount", "serviceaccount", "issystem", "isrobot", "ismachine", "isapp", "isservicemanaged",
    ];

    static readonly string[] Kinds = ["accounttype", "accountkind", "usertype"];

    /// <summary>The one that a model has; null when it has none.</summary>
    public static IPropertySymbol? Of(ITypeSymbol model) =>
        model.Properties().FirstOrDefault(static property => IsOne(property, Flags) || IsOne(property, Kinds));

    /// <summary>One that says yes or no, and that the class does not even name: who leaves programs out reads it while listing.</summary>
    public static IPropertySymbol? Unread(ITypeSymbol model, INamedTypeSymbol host, CancellationToken cancellationToken) =>
        model.Properties().FirstOrDefault(static property => IsOne(property, Flags) &&
            property.Type.WithoutNullable(out _).SpecialType == SpecialType.System_Boolean) is { } flag && !Names(host, flag.Name, cancellationToken)
            ? flag
            : null;

    static bool IsOne(IPropertySymbol property, string[] names) => Array.IndexOf(names, property.Name.Replace("_", "").ToLowerInvariant()) >= 0;

    static bool Names(INamedTypeSymbol host, string name, CancellationToken cancellationToken) => host.DeclaringSyntaxReferences
        .Any(part => part.GetSyntax(cancellationToken).DescendantTokens().Any(token => token.ValueText == name));
}
