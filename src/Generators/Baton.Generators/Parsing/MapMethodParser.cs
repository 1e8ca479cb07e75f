using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Baton.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Baton.Generators.Parsing;

/// <summary>Reads the author's <c>static … Map(model, builder)</c>.</summary>
sealed class MapMethodParser(
    INamedTypeSymbol host, Location? place, ITypeSymbol model, IReadOnlyList<string> traits,
    Compilation compilation, IParseSink sink, CancellationToken cancellationToken)
{
    public (MappingModel Mapping, string Builder)? Parse(IReadOnlyList<IMethodSymbol> methods)
    {
        var usable = methods.Where(method => Problem(method) is null).ToList();
        var chosen = usable.FirstOrDefault(method => method.Parameters[0].Type.Same(model)) ?? usable.FirstOrDefault();
        if (chosen is null)
        {
            // With several methods of the name, the first is taken for the intended one.
            if (!methods.Any(HasErrors))
                Report(methods[0], Problem(methods[0])!.Value);
            return null;
        }
        var builder = chosen.Parameters[1].Type.Name;
        if (!Builders.Fits(builder, traits))
        {
            var expected = Builders.Of(traits);
            sink.Report(Descriptors.BuilderDoesNotFitTrait, chosen.Parameters[1].TypePlace(cancellationToken) ?? place, host.ShortName(), builder,
                traits.Count == 0 ? "no trait" : string.Join(", ", traits.Select(static trait => "Trait." + trait)),
                traits.Count == 0 ? $"take a {expected}, or declare the trait" : $"take a {expected}, or declare another trait");
            return null;
        }
        if (sink.IsHeard)
            SayWhatIsMissing(chosen, builder);
        return (new(chosen.EscapedName(), EquatableArray<MappedPropertyModel>.Empty, IdExpression.Of(chosen, cancellationToken)), builder);
    }

    void SayWhatIsMissing(IMethodSymbol chosen, string builder)
    {
        if (!MapBody.SetsId(chosen, cancellationToken))
        {
            sink.Report(Descriptors.IdIsNotMapped, chosen.FirstLocation() ?? place, host.ShortName(),
                $"call {chosen.Parameters[1].Name}.Id(…) in Map");
        }
        else if (builder == "UserBuilder" && !MapBody.SetsAny(chosen, cancellationToken, "Status", "Login", "Email"))
            sink.Report(Descriptors.UserIsBare, chosen.FirstLocation() ?? place, host.ShortName());
        if (builder == "UserBuilder" && BotFlags.Unread(model, host, cancellationToken) is { } flag &&
            !MapBody.SetsAny(chosen, cancellationToken, "AccountType"))
            sink.Report(Descriptors.BotIsHuman, chosen.FirstLocation() ?? place, host.ShortName(), chosen.Parameters[0].Name, flag.Name);
        foreach (var part in RequiredParts.MissingIn(chosen, builder, cancellationToken))
            sink.Report(Descriptors.RequiredPartIsMissing, chosen.FirstLocation() ?? place, host.ShortName(), builder, part);
    }

    (Location? Where, string Reason)? Problem(IMethodSymbol method)
    {
        if (!method.IsStatic)
            return (method.FirstLocation(), "it is not static");
        if (method.IsGenericMethod)
            return (method.FirstLocation(), "it is generic");
        if (method.Parameters.Length != 2 || method.Parameters.Any(static parameter => parameter.RefKind != RefKind.None))
            return (method.FirstLocation(), "it does not take two parameters by value");
        var (source, builder) = (method.Parameters[0].Type, method.Parameters[1].Type);
        if (!compilation.ClassifyConversion(model, source).IsImplicit)
            return (method.Parameters[0].TypePlace(cancellationToken), $"ListAsync lists '{model.ShortName()}', not '{source.ShortName()}'");
        if (!Builders.IsBuilder(builder.Name) || !builder.Is("Baton." + builder.Name))
            return (method.Parameters[1].TypePlace(cancellationToken), $"'{builder.ShortName()}' is no builder");
        if (!method.ReturnsVoid && !method.ReturnType.Same(builder))
            return (method.ReturnTypePlace(cancellationToken), $"its result is '{method.ReturnType.ShortName()}'");
        return null;
    }

    void Report(IMethodSymbol method, (Location? Where, string Reason) problem) => sink.Report(
        Descriptors.MapIsUnsupported, problem.Where ?? place, host.ShortName(), problem.Reason, model.ShortName(), Builders.Of(traits));

    static bool HasErrors(IMethodSymbol method) =>
        method.ReturnType.HasErrors() || method.Parameters.Any(static parameter => parameter.Type.HasErrors());
}
