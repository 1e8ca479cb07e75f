using Baton.Generators.Helpers;
using Baton.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Baton.Generators.Analyzers.Code;

/// <summary>What the runtime calls a method of an annotated class for.</summary>
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
}

static class MethodRoles
{
    public static MethodRole Of(IMethodSymbol method)
    {
        var type = method.ContainingType;
        if (method.MethodKind != MethodKind.Ordinary || type is null)
            return MethodRole.None;
        if (type.Has(KnownTypes.ResourceType))
        {
            return method.Name == "ListAsync" ? MethodRole.List
                : method.Name == "Map" && method.IsStatic ? MethodRole.Map
                : method.Has(KnownTypes.Grants) ? MethodRole.Grants
                : method.Has(KnownTypes.Entitlements) ? MethodRole.Entitlements
                : method.Has(KnownTypes.Grant) ? MethodRole.Grant
                : method.Has(KnownTypes.Revoke) ? MethodRole.Revoke
                : MethodRole.None;
        }
        return method.Name == "ValidateAsync" && type.Has(KnownTypes.Connector) ? MethodRole.Validate : MethodRole.None;
    }

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
