using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Baton.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Baton.Generators.Parsing;

/// <summary>Reads the methods of a connector that generated code calls by name.</summary>
sealed class ConnectorMethodParser(INamedTypeSymbol type, Compilation compilation, IParseSink sink, CancellationToken cancellationToken)
{
    public (EquatableArray<ArgumentKind> Arguments, bool ReturnsValueTask, bool IsStatic)? ValidateAsync()
    {
        if (Single("ValidateAsync", Descriptors.ValidateAsyncIsUnsupported) is not { } method)
            return null;
        void Reject(Location? where, string reason) => this.Reject(Descriptors.ValidateAsyncIsUnsupported, where, reason);

        var isValueTask = method.ReturnType.Is(KnownTypes.ValueTask);
        if (!isValueTask && !method.ReturnType.Is(KnownTypes.Task))
        {
            Reject(method.ReturnTypePlace(cancellationToken),
                $"its result is '{method.ReturnType.ShortName()}', and it reports a failure by throwing");
            return null;
        }
        return new ArgumentReader(method, Reject, cancellationToken).Read(static _ => null) is { } arguments
            ? (arguments, isValueTask, method.IsStatic)
            : null;
    }

    public EquatableArray<ArgumentKind>? ConfigureServices()
    {
        if (Single("ConfigureServices", Descriptors.ConfigureServicesIsUnsupported) is not { } method)
            return null;
        void Reject(Location? where, string reason) => this.Reject(Descriptors.ConfigureServicesIsUnsupported, where, reason);

        if (!method.IsStatic)
        {
            Reject(method.FirstLocation(), "it is not static, and runs before there is a connector");
            return null;
        }
        if (!method.ReturnsVoid)
        {
            Reject(method.ReturnTypePlace(cancellationToken), $"its result is '{method.ReturnType.ShortName()}'");
            return null;
        }
        var arguments = new ArgumentReader(method, Reject, cancellationToken).Read(static parameter =>
            parameter.Is(KnownTypes.ServiceCollection) ? ArgumentKind.ServiceCollection
            : parameter.Has(KnownTypes.ConnectorConfig) ? ArgumentKind.Config
            : null);
        if (arguments is not { } kinds || (kinds.Contains(ArgumentKind.ServiceCollection) && !kinds.Contains(ArgumentKind.CancellationToken)))
            return arguments;
        Reject(method.FirstLocation(), "it does not take an IServiceCollection and, if wanted, the configuration");
        return null;
    }

    IMethodSymbol? Single(string name, DiagnosticDescriptor descriptor)
    {
        var methods = type.OrdinaryMethods(compilation).Where(method => method.Name == name).ToList();
        if (methods.Count > 1)
            Reject(descriptor, methods[1].FirstLocation(), "there are several methods of this name");
        // Unresolved types have been reported by the compiler.
        return methods is [{ } only] && !only.ReturnType.HasErrors() ? only : null;
    }

    void Reject(DiagnosticDescriptor descriptor, Location? where, string reason) =>
        sink.Report(descriptor, where ?? type.FirstLocation(), type.ShortName(), reason);
}
