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
    public const string DynamicEntitlement = "global::Baton.DynamicEntitlement";
    public const string GrantOutcome = "global::Baton.GrantOutcome";
    public const string RevokeOutcome = "global::Baton.RevokeOutcome";
    public const string MappedResource = "global::Baton.CompilerServices.MappedResource";
    public const string AccountOutcome = "global::Baton.CompilerServices.AccountOutcome";
    public const string CredentialChoice = "global::Baton.CompilerServices.CredentialChoice";
    public const string IssueDefinition = "global::Baton.CompilerServices.IssueDefinition";
    public const string FormFieldDefinition = "global::Baton.CompilerServices.FormFieldDefinition";
    public const string FormFieldKind = "global::Baton.CompilerServices.FormFieldKind";
    public const string FormReader = "global::Baton.CompilerServices.FormReader";
    public const string ValueMap = "global::Baton.ValueMap";
    public const string NewAccount = "global::Baton.NewAccount";
    public const string NewCredential = "global::Baton.NewCredential";
    public const string NewResource = "global::Baton.NewResource";
    public const string DeleteOutcome = "global::Baton.DeleteOutcome";
    public const string PlaintextSecret = "global::Baton.PlaintextSecret";
    public const string CredentialOption = "global::Baton.CredentialOption";
    public const string CredentialRequest = "global::Baton.CredentialRequest";
    public const string IssuedCredential = "global::Baton.IssuedCredential";
    public const string IssuedCredentialKind = "global::Baton.IssuedCredentialKind";
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
