namespace Baton.Generators.Emit;

/// <summary>Full names of the types that generated code uses. A test asserts that each one exists.</summary>
static class Names
{
    public const string ResourceTypeInterface = "global::Baton.CompilerServices.IResourceType";
    public const string SyncedResourceType = "global::Baton.CompilerServices.ISyncedResourceType";
    public const string ConnectorInterface = "global::Baton.CompilerServices.IConnector";
    public const string ConfigInterface = "global::Baton.CompilerServices.IConnectorConfig";
    public const string ResourceTypeDefinition = "global::Baton.CompilerServices.ResourceTypeDefinition";
    public const string EntitlementDefinition = "global::Baton.CompilerServices.EntitlementDefinition";
    public const string ConfigFieldDefinition = "global::Baton.CompilerServices.ConfigFieldDefinition";
    public const string ConfigFieldKind = "global::Baton.CompilerServices.ConfigFieldKind";
    public const string ConfigValues = "global::Baton.CompilerServices.ConfigValues";
    public const string ResourceSyncer = "global::Baton.CompilerServices.ResourceSyncer";
    public const string SyncOutput = "global::Baton.CompilerServices.SyncOutput";
    public const string CursorReader = "global::Baton.CompilerServices.CursorReader";
    public const string CursorWriter = "global::Baton.CompilerServices.CursorWriter";
    public const string Manifest = "global::Baton.CompilerServices.ConnectorManifest";
    public const string ConnectorHost = "global::Baton.ConnectorHost";
    public const string Grantee = "global::Baton.Grantee";
    public const string GrantOutcome = "global::Baton.GrantOutcome";
    public const string RevokeOutcome = "global::Baton.RevokeOutcome";
    public const string Principal = "global::Baton.Principal";
    public const string Purpose = "global::Baton.Purpose";
    public const string ResourceKey = "global::Baton.ResourceKey";
    public const string Trait = "global::Baton.Trait";
    public const string ServiceCollection = "global::Microsoft.Extensions.DependencyInjection.IServiceCollection";
    public const string HttpClientFactory = "global::System.Net.Http.IHttpClientFactory";
    public const string LoggerFactory = "global::Microsoft.Extensions.Logging.ILoggerFactory";
    public const string ServiceProvider = "global::System.IServiceProvider";
    public const string ServiceProviderExtensions = "global::Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions";
    public const string ReadOnlyBytes = "global::System.ReadOnlySpan<byte>";
    public const string ReadOnlyList = "global::System.Collections.Generic.IReadOnlyList";
    public const string AsyncEnumerable = "global::System.Collections.Generic.IAsyncEnumerable";
    public const string CancellationToken = "global::System.Threading.CancellationToken";
    public const string Task = "global::System.Threading.Tasks.Task";
    public const string ValueTask = "global::System.Threading.Tasks.ValueTask";
    public const string Uri = "global::System.Uri";
}
