using Baton.Generators.Helpers;
using Baton.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Baton.Generators.Analyzers.Code;

/// <summary>What the runtime calls a method of an annotated class for. For a helper of several, the first one counts.</summary>
enum MethodRole
{
    None,
    List,
    Grants,
    Entitlements,
    Grant,
    Revoke,
    Map,
    Validate,

    /// <summary>Of a single resource.</summary>
    Get,

    /// <summary>Of resources, accounts, credentials, actions or events.</summary>
    Task,
}

static class MethodRoles
{
    static readonly string[] Tasks =
    [
        KnownTypes.CreateResource, KnownTypes.DeleteResource, KnownTypes.CreateAccount, KnownTypes.RotateCredentials, KnownTypes.IssueCredential,
        KnownTypes.Action, KnownTypes.EventFeed,
    ];

    public static MethodRole Of(IMethodSymbol method)
    {
        var type = method.ContainingType;
        if (method.MethodKind != MethodKind.Ordinary || type is null || method.IsAbstract)
            return MethodRole.None;
        if (method.Has(KnownTypes.Grants))
            return MethodRole.Grants;
        if (method.Has(KnownTypes.Entitlements))
            return MethodRole.Entitlements;
        if (method.Has(KnownTypes.Grant))
            return MethodRole.Grant;
        if (method.Has(KnownTypes.Revoke))
            return MethodRole.Revoke;
        if (Tasks.Any(attribute => method.Has(attribute)))
            return MethodRole.Task;
        // Map, and whatever it leaves a part of its work to.
        if (method.Parameters.Any(static parameter => MapCalls.IsBuilder(parameter.Type)))
            return MethodRole.Map;
        return method.Name == "ListAsync" && (type.Has(KnownTypes.ResourceType) || IsBase(type)) ? MethodRole.List
            : method.Name == "GetAsync" && method.Parameters.Any(IsKey) && (type.Has(KnownTypes.ResourceType) || IsBase(type)) ? MethodRole.Get
            : method.Name == "ValidateAsync" && type.Has(KnownTypes.Connector) ? MethodRole.Validate
            : MethodRole.None;
    }

    // What a base class does for resource types is marked by nothing but its name and what it talks about.
    static bool IsBase(INamedTypeSymbol type) => type.IsAbstract && type.GetMembers().OfType<IMethodSymbol>().Any(static method =>
        (method.Name is "ListAsync" or "GetAsync" && (IsOurs(method.ReturnType) || method.Parameters.Any(static parameter => IsOurs(parameter.Type)))) ||
        method.GetAttributes().Any(static data => IsOurs(data.AttributeClass)));

    static bool IsKey(IParameterSymbol parameter) => parameter.Type.Is(KnownTypes.ResourceKey) || parameter.Type.Is(KnownTypes.TypedResourceKey);

    static bool IsOurs(ITypeSymbol? type) => type is INamedTypeSymbol named &&
        (named.ContainingNamespace is { Name: "Baton", ContainingNamespace.IsGlobalNamespace: true } || named.TypeArguments.Any(IsOurs));

    /// <summary>Whether the method reads from the source during a sync.</summary>
    public static bool IsListing(this MethodRole role) => role is MethodRole.List or MethodRole.Grants or MethodRole.Entitlements;

    /// <summary>Whether the method changes the source.</summary>
    public static bool IsProvisioning(this MethodRole role) => role is MethodRole.Grant or MethodRole.Revoke;

    /// <summary>The attribute or the name that gives the method its role, for messages.</summary>
    public static string Title(this MethodRole role, IMethodSymbol method) => role switch
    {
        MethodRole.Grants or MethodRole.Entitlements or MethodRole.Grant or MethodRole.Revoke => $"[{role}] method '{method.Name}'",
        _ => $"'{method.Name}'",
    };
}
