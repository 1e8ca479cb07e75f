using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Baton.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Baton.Generators.Parsing;

/// <summary>Reads the class marked with <c>[Connector]</c>.</summary>
static class ConnectorParser
{
    const string Attribute = "Connector";

    /// <returns>Null when nothing can be generated for the class; then the sink, or the compiler, has said why.</returns>
    public static ConnectorModel? Parse(INamedTypeSymbol type, Compilation compilation, IParseSink sink, CancellationToken cancellationToken)
    {
        if (AttributeReader.Of(type, KnownTypes.Connector, cancellationToken) is not { } attribute)
            return null;
        var place = attribute.Target ?? type.FirstLocation();
        var host = HostParser.Parse(type, Attribute, place, compilation, sink, cancellationToken);
        var name = attribute.Text(0) ?? "";
        if (!IsName(name))
            sink.Report(Descriptors.ConnectorNameIsInvalid, attribute.At(0), name, type.ShortName());
        CheckUrl(attribute, "HelpUrl", type, sink);
        CheckUrl(attribute, "IconUrl", type, sink);
        var methods = new ConnectorMethodParser(type, compilation, sink, cancellationToken);
        var validate = methods.ValidateAsync();
        var configure = methods.ConfigureServices();
        var constructor = ConstructorParser.Parse(type, place, sink, cancellationToken);
        var tasks = new ConnectorTasksParser(type, compilation, sink, cancellationToken).Parse();
        if (host is null || constructor is null)
            return null;
        return new(
            host, name, TextRules.Read(attribute, "DisplayName", TextRules.DisplayName, type.ShortName(), sink),
            attribute.Property<string>("Description"), constructor,
            validate?.Arguments, validate?.ReturnsValueTask ?? false, validate?.IsStatic ?? false, configure,
            ServiceDiscovery.Find(type, compilation, cancellationToken))
        {
            Catalog = new(
                attribute.Property<string>("HelpUrl"), attribute.Property<string>("IconUrl"), attribute.Property<string>("CatalogId"),
                attribute.Property<bool>("IsDirectory"), attribute.Property<bool>("SupportsExternalResources"),
                attribute.Property<bool>("RequiresExternalConnector")),
            Tasks = tasks,
        };
    }

    // A page of C1's own documentation is named by its path.
    static void CheckUrl(AttributeReader attribute, string property, INamedTypeSymbol type, IParseSink sink)
    {
        if (attribute.Property<string>(property) is { } url && !UrlRules.IsHttps(url) && !(url.Length > 1 && url[0] == '/' && url[1] != '/'))
            sink.Report(Descriptors.UrlIsNotHttps, attribute.At(property), property, type.ShortName(), url);
    }

    // It names a program and a file, and stands in logs.
    static bool IsName(string name) => name.Length > 0 && IsLetterOrDigit(name[0]) &&
        name.All(static character => IsLetterOrDigit(character) || character is '-' or '_' or '.');

    static bool IsLetterOrDigit(char character) => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
}
