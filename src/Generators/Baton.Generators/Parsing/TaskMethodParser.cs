using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Baton.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Baton.Generators.Parsing;

/// <summary>Reads methods that an attribute marks as doing a task.</summary>
sealed class TaskMethodParser(INamedTypeSymbol host, Compilation compilation, IParseSink sink, CancellationToken cancellationToken)
{
    /// <summary>The one method with an attribute; a second one is reported.</summary>
    public (IMethodSymbol Method, AttributeReader Attribute)? Single(string attribute)
    {
        (IMethodSymbol Method, AttributeReader)? first = null;
        foreach (var (method, reader) in All(attribute))
        {
            if (first is not { } taken)
                first = (method, reader);
            else
                sink.Report(Descriptors.TaskHasTwoMethods, reader.Location, host.ShortName(), NameOf(attribute), taken.Method.Name, method.Name);
        }
        return first;
    }

    /// <summary>All methods with an attribute, once for each time it is there.</summary>
    public IEnumerable<(IMethodSymbol Method, AttributeReader Attribute)> All(string attribute) => host.OrdinaryMethods(compilation)
        .SelectMany(method => AttributeReader.AllOf(method, attribute, cancellationToken).Select(reader => (method, reader)));

    /// <summary>Reads a signature.</summary>
    /// <param name="method">The method.</param>
    /// <param name="attribute">Metadata name of its attribute.</param>
    /// <param name="supported">The supported signatures, for the message.</param>
    /// <param name="resultOf">The kind of a result; null when it is not supported. The argument is null for a plain task.</param>
    /// <param name="argumentOf">What a parameter of a type receives.</param>
    /// <param name="needed">What it must take, each with the name of its type.</param>
    /// <returns>Null after a report.</returns>
    public TaskMethodModel? Read(
        IMethodSymbol method, string attribute, string supported, Func<ITypeSymbol?, TaskResultKind?> resultOf,
        Func<ITypeSymbol, ArgumentKind?> argumentOf, params (Func<ArgumentKind, bool> Is, string Type)[] needed)
    {
        // The compiler has said what is wrong.
        if (method.ReturnType.HasErrors())
            return null;
        var plain = method.ReturnType.Is(KnownTypes.Task);
        var result = plain ? resultOf(null)
            : method.ReturnType.Is(KnownTypes.TaskOf) ? resultOf(((INamedTypeSymbol)method.ReturnType).TypeArguments[0])
            : null;
        if (result is not { } kind)
        {
            Reject(method.ReturnTypePlace(cancellationToken), $"its result '{method.ReturnType.ShortName()}' is not among the supported ones");
            return null;
        }
        if (new ArgumentReader(method, Reject, cancellationToken).Read(argumentOf) is not { } arguments)
            return null;
        foreach (var (isNeeded, type) in needed)
        {
            if (arguments.Count(isNeeded) == 1)
                continue;
            Reject(method.FirstLocation(), $"it needs exactly one parameter of type {type}");
            return null;
        }
        return new(method.EscapedName(), method.IsStatic, kind, arguments);

        void Reject(Location? where, string reason) => sink.Report(
            Descriptors.TaskMethodIsUnsupported, where ?? host.FirstLocation(), host.ShortName(), method.Name, NameOf(attribute), reason, supported);
    }

    /// <summary>The attribute as authors write it.</summary>
    public static string NameOf(string attribute) => attribute.Substring("Baton.".Length, attribute.Length - "Baton.Attribute".Length);
}
