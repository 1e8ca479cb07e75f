using System.Reflection;
using System.Runtime.Loader;
using Baton.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Generators.Tests.Infrastructure;

/// <summary>Generated code, compiled with the author's and loaded, so that it can be run.</summary>
sealed class LoadedConnector : IDisposable
{
    readonly AssemblyLoadContext _context = new("generated", isCollectible: true);

    LoadedConnector(GeneratorRun run)
    {
        GeneratorTestHelper.CheckCompiles(run);
        using var image = new MemoryStream();
        // Warnings about the author's own code are not the subject here.
        var emitted = run.Output.WithOptions(run.Output.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Default)).Emit(image);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));
        image.Position = 0;
        Assembly = _context.LoadFromStream(image);
        var connector = Assembly.GetTypes().Single(type => type.GetInterface(nameof(IConnector)) is not null);
        Manifest = (ConnectorManifest)typeof(LoadedConnector)
            .GetMethod(nameof(ManifestOf), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(connector).Invoke(null, null)!;
    }

    public Assembly Assembly { get; }

    public ConnectorManifest Manifest { get; }

    public static LoadedConnector Of(params string[] sources) => new(GeneratorRun.Of(sources));

    /// <summary>As <see cref="Of"/>, with a connector class for sources that have none.</summary>
    public static LoadedConnector OfTypes(string source) =>
        Of(source, "namespace Acme { [Baton.Connector(\"baton-test\")] public sealed partial class TestConnector; }");

    public ServiceProvider Services(params (string Name, object Value)[] settings)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddHttpClient();
        Manifest.ConfigureServices(services, new FixedValues(settings.ToDictionary(s => s.Name, s => s.Value)));
        return services.BuildServiceProvider();
    }

    public ResourceSyncer Syncer(IServiceProvider services, string type) =>
        Manifest.CreateSyncers(services).Single(syncer => syncer.Definition.Id == type);

    public void Dispose() => _context.Unload();

    static ConnectorManifest ManifestOf<T>()
        where T : IConnector => T.Manifest;

    sealed class FixedValues(Dictionary<string, object> values) : ConfigValues
    {
        public override bool TryGet(string name, out object value) => values.TryGetValue(name, out value!);
    }
}
