using Baton.Generators.Models;

namespace Baton.Generators.Emit;

/// <summary>
/// The registration of services: the author's own first, which win; then the configuration, the connector, the resource types, and the
/// classes that their constructors name.
/// </summary>
static class ServicesEmitter
{
    public static void Write(SourceWriter writer, ManifestModel manifest)
    {
        var connector = manifest.Connector;
        var config = manifest.Config?.Host.Type;
        writer.Blank();
        writer.Open($"public override void ConfigureServices({Names.ServiceCollection} services, {Names.ConfigValues} values)");
        if (config is not null)
            writer.Line($"var config = Bind<{config}>(values);");
        if (connector.ConfigureServices is { } arguments && (config is not null || !arguments.Contains(ArgumentKind.Config)))
            writer.Line($"{connector.Host.Type}.ConfigureServices({ArgumentText.Of(arguments)});");
        if (config is not null)
            writer.Line("Add(services, _ => config);");
        foreach (var service in Services(manifest, config))
            writer.Line($"Add(services, static {Provider(service.Constructor)} => {New(service, connector.Name)});");
        writer.Close();
    }

    static IEnumerable<ServiceModel> Services(ManifestModel manifest, string? config)
    {
        var named = manifest.Connector.Services.Concat(manifest.ResourceTypes.SelectMany(static type => type.Services));
        var all = new[] { new ServiceModel(manifest.Connector.Host.Type, manifest.Connector.Constructor) }
            .Concat(manifest.ResourceTypes.Select(static type => new ServiceModel(type.Type, type.Constructor)))
            .Concat(named.OrderBy(static service => service.Type, StringComparer.Ordinal));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return all.Where(service => service.Type != config && seen.Add(service.Type));
    }

    static string New(ServiceModel service, string connector) =>
        $"new {service.Type}({string.Join(", ", service.Constructor.Parameters.Select(parameter => Argument(parameter, service.Type, connector)))})";

    static string Provider(ConstructorModel constructor) => constructor.Parameters.Count == 0 ? "_" : "provider";

    static string Argument(DependencyModel parameter, string consumer, string connector) => parameter.Kind switch
    {
        DependencyKind.HttpClient => $"Get<{Names.HttpClientFactory}>(provider).CreateClient({Literals.Text(connector)})",
        DependencyKind.Logger => $"Get<{Names.LoggerFactory}>(provider).CreateLogger({Literals.Text(Category(consumer))})",
        DependencyKind.Optional => $"Find<{parameter.Type}>(provider)",
        _ => $"Get<{parameter.Type}>(provider)",
    };

    static string Category(string type) => type.Replace("global::", "").Replace("@", "");
}
