using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Baton.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Baton.Generators.Parsing;

/// <summary>Reads the method marked with <c>[Entitlements]</c>.</summary>
sealed class EntitlementsMethodParser(
    INamedTypeSymbol host, ITypeSymbol model, Compilation compilation, IParseSink sink, CancellationToken cancellationToken)
{
    readonly ScopedMethodParser _signatures = new(
        host, model, new(KnownTypes.DynamicEntitlement, KnownTypes.ResourceEntitlement), compilation, cancellationToken);

    /// <returns>Null when there is none that can be called.</returns>
    public EntitlementsMethodModel? Parse()
    {
        EntitlementsMethodModel? found = null;
        foreach (var method in host.OrdinaryMethods(compilation).Where(IsMarked))
        {
            if (found is not null)
                Reject(method, method.FirstLocation(), "there is one already, and one yields all");
            else if (!method.ReturnType.HasErrors() && _signatures.Read(method, (where, reason) => Reject(method, where, reason)) is { } read)
                found = new(method.EscapedName(), method.IsStatic, read.Scope, read.Shape, read.Cursor, read.Arguments);
        }
        return found;
    }

    /// <summary>Whether resources of a type have entitlements that its attributes do not declare.</summary>
    public static bool AreDynamic(INamedTypeSymbol type) => type.GetMembers().OfType<IMethodSymbol>().Any(IsMarked);

    static bool IsMarked(IMethodSymbol method) => method.Has(KnownTypes.Entitlements);

    void Reject(IMethodSymbol method, Location? where, string reason) => sink.Report(
        Descriptors.EntitlementsMethodIsUnsupported, where ?? host.FirstLocation(), model.ShortName(), host.ShortName(), method.Name, reason);
}
