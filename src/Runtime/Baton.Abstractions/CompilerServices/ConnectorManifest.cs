using System.ComponentModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Baton.CompilerServices;

/// <summary>All that generated code states about a connector; one generated class derives from it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract partial class ConnectorManifest
{
    /// <summary>Name of the program.</summary>
    public abstract string Name { get; }

    /// <summary>Name shown to people.</summary>
    public virtual string DisplayName => Name;

    /// <summary>One sentence on what the connector reads, or empty.</summary>
    public virtual string Description => "";

    /// <summary>Version of the assembly that holds the connector, without build metadata.</summary>
    public abstract string Version { get; }

    /// <summary>The <c>capabilities</c> document: protojson of an <c>Any</c> of <c>c1.connector.v2.ConnectorCapabilities</c>, UTF-8.</summary>
    public abstract ReadOnlySpan<byte> CapabilitiesJson { get; }

    /// <summary>
    /// The connector's part of the <c>config</c> document: protojson of <c>c1.config.v1.Configuration</c>, UTF-8. The runtime puts its own
    /// fields in front of <c>fields</c>.
    /// </summary>
    public abstract ReadOnlySpan<byte> ConfigJson { get; }

    /// <summary>The connector's settings, in declaration order.</summary>
    public abstract IReadOnlyList<ConfigFieldDefinition> ConfigFields { get; }

    /// <summary>What settings have to do with each other.</summary>
    public virtual IReadOnlyList<ConfigRelation> ConfigRelations => [];

    /// <summary>The ways to sign in; empty when there is only one.</summary>
    public virtual IReadOnlyList<ConfigGroup> ConfigGroups => [];

    /// <summary>All resource types, ordered by id.</summary>
    public abstract IReadOnlyList<ResourceTypeDefinition> ResourceTypes { get; }

    /// <summary>
    /// Registers the configuration record, the connector, its resource types and the classes that their constructors name. The author's own
    /// <c>static void ConfigureServices(IServiceCollection, …)</c>, where there is one, runs first and wins.
    /// </summary>
    /// <exception cref="ConnectorException">A required setting is absent.</exception>
    public abstract void ConfigureServices(IServiceCollection services, ConfigValues values);

    /// <summary>Makes the syncers of all resource types, in the order of <see cref="ResourceTypes"/>.</summary>
    public abstract IReadOnlyList<ResourceSyncer> CreateSyncers(IServiceProvider services);

    /// <summary>Calls the author's <c>ValidateAsync</c>, where there is one.</summary>
    public abstract Task ValidateAsync(IServiceProvider services, CancellationToken cancellationToken);

    /// <summary>Registers a singleton, unless the author did.</summary>
    protected static void Add<T>(IServiceCollection services, Func<IServiceProvider, T> create)
        where T : class => services.TryAddSingleton(create);

    /// <summary>What the container has for a constructor parameter.</summary>
    /// <exception cref="InvalidOperationException">Nothing is registered.</exception>
    protected static T Get<T>(IServiceProvider services)
        where T : notnull => services.GetService<T>() ?? throw new InvalidOperationException(
            $"A constructor of the connector asks for {typeof(T)}, and nothing is registered for it. Register it in the connector's " +
            "static ConfigureServices(IServiceCollection) method.");

    /// <summary>What the container has for an optional constructor parameter.</summary>
    protected static T? Find<T>(IServiceProvider services) => services.GetService<T>();

    /// <summary>The definition that a class states.</summary>
    protected static ResourceTypeDefinition DefinitionOf<T>()
        where T : IResourceType => T.Definition;

    /// <summary>The syncer of a class.</summary>
    protected static ResourceSyncer CreateSyncer<T>(IServiceProvider services)
        where T : ISyncedResourceType => T.CreateSyncer(services);

    /// <summary>The settings that a record states.</summary>
    protected static IReadOnlyList<ConfigFieldDefinition> FieldsOf<T>()
        where T : class, IConnectorConfig<T> => T.Fields;

    /// <summary>The configuration.</summary>
    protected static T Bind<T>(ConfigValues values)
        where T : class, IConnectorConfig<T> => T.Bind(values);
}
