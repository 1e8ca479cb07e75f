using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Baton.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Baton.Generators.Parsing;

/// <summary>Reads how a model becomes a resource: by a <c>Map</c> method, or by attributes on the model's properties.</summary>
sealed class MappingParser(
    INamedTypeSymbol host, Location? place, ITypeSymbol model, IReadOnlyList<string> traits,
    Compilation compilation, IParseSink sink, CancellationToken cancellationToken)
{
    /// <returns>Null when nothing maps the model.</returns>
    public (MappingModel Mapping, string Builder)? Parse()
    {
        var methods = host.OrdinaryMethods(compilation).Where(static method => method.Name == "Map").ToList();
        if (methods.Count > 0)
            return new MapMethodParser(host, place, model, traits, compilation, sink, cancellationToken).Parse(methods);
        var builder = Builders.Of(traits);
        var reader = new MappedPropertyParser(host, place, model, builder, compilation, sink, cancellationToken);
        var properties = reader.Parse();
        if (builder == "UserBuilder" && reader.SawId && !properties.Any(static property => property.Target is "Status" or "Login" or "Email"))
            sink.Report(Descriptors.UserIsBare, place, host.ShortName());
        if (sink.IsHeard && builder == "UserBuilder" && reader.SawId && !properties.Any(static property => property.Target == "AccountType") &&
            BotFlags.Unread(model, host, cancellationToken) is { } flag)
            sink.Report(Descriptors.BotIsHuman, flag.FirstLocation() ?? place, host.ShortName(), IdExpression.Model, flag.Name);
        foreach (var part in reader.SawId ? RequiredParts.MissingIn([.. properties.Select(static property => property.Target)], builder) : [])
            sink.Report(Descriptors.RequiredPartIsMissing, place, host.ShortName(), builder, part);
        if (properties.FirstOrDefault(static property => property.Target == "Id") is { } id)
            return (new(null, properties, IdExpression.Model + "." + id.Property), builder);
        // A property that was rejected has been reported; "no id" would only repeat it.
        if (!reader.SawId)
        {
            sink.Report(Descriptors.IdIsNotMapped, place, host.ShortName(),
                $"add 'static void Map({model.ShortName()} model, {builder} resource)' that calls resource.Id(…), " +
                $"or put [Map(To.Id)] on a property of '{model.ShortName()}'");
        }
        return null;
    }
}
