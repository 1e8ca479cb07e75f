namespace Baton.Generators.Parsing;

/// <summary>Metadata names of the types that parsing and generated code know. A test asserts that each one exists.</summary>
static class KnownTypes
{
    public const string Connector = "Baton.ConnectorAttribute";
    public const string ConnectorConfig = "Baton.ConnectorConfigAttribute";
    public const string Field = "Baton.FieldAttribute";
    public const string RequiredTogether = "Baton.RequiredTogetherAttribute";
    public const string MutuallyExclusive = "Baton.MutuallyExclusiveAttribute";
    public const string AtLeastOne = "Baton.AtLeastOneAttribute";
    public const string DependentOn = "Baton.DependentOnAttribute";
    public const string FieldGroup = "Baton.FieldGroupAttribute";
    public const string ResourceType = "Baton.ResourceTypeAttribute";
    public const string Entitlement = "Baton.EntitlementAttribute";
    public const string EntitlementAnnotation = "Baton.EntitlementAnnotationAttribute";
    public const string Entitlements = "Baton.EntitlementsAttribute";
    public const string Grantable = "Baton.GrantableAttribute";
    public const string Grants = "Baton.GrantsAttribute";
    public const string Grant = "Baton.GrantAttribute";
    public const string Revoke = "Baton.RevokeAttribute";
    public const string Map = "Baton.MapAttribute";
    public const string Profile = "Baton.ProfileAttribute";
    public const string TypeAnnotation = "Baton.TypeAnnotationAttribute";

    public const string CreateResource = "Baton.CreateResourceAttribute";
    public const string DeleteResource = "Baton.DeleteResourceAttribute";
    public const string CreateAccount = "Baton.CreateAccountAttribute";
    public const string RotateCredentials = "Baton.RotateCredentialsAttribute";
    public const string IssueCredential = "Baton.IssueCredentialAttribute";
    public const string Action = "Baton.ActionAttribute";
    public const string ActionResource = "Baton.ActionResource";
    public const string ActionEntitlement = "Baton.ActionEntitlement";
    public const string ActionGrant = "Baton.ActionGrant";
    public const string ActionConstraint = "Baton.ActionConstraintAttribute";
    public const string EventFeed = "Baton.EventFeedAttribute";
    public const string ConnectorException = "Baton.ConnectorException";
    public const string EventPage = "Baton.EventPage";
    public const string TypedEventPage = "Baton.EventPage`1";
    public const string TicketSystem = "Baton.ITicketSystem";
    public const string AssetReader = "Baton.IAssetReader";
    public const string FormField = "Baton.FormFieldAttribute";
    public const string NewResource = "Baton.NewResource";
    public const string DeleteOutcome = "Baton.DeleteOutcome";
    public const string NewAccount = "Baton.NewAccount";
    public const string AccountResult = "Baton.AccountResult`1";
    public const string NewCredential = "Baton.NewCredential";
    public const string PlaintextSecret = "Baton.PlaintextSecret";
    public const string CredentialRequest = "Baton.CredentialRequest";
    public const string IssuedCredential = "Baton.IssuedCredential";

    public const string To = "Baton.To";
    public const string Trait = "Baton.Trait";
    public const string Purpose = "Baton.Purpose";
    public const string AccountType = "Baton.AccountType";
    public const string ResourceStatus = "Baton.ResourceStatus";
    public const string DeviceType = "Baton.DeviceType";
    public const string DeviceCompliance = "Baton.DeviceCompliance";
    public const string DeviceManagement = "Baton.DeviceManagement";

    public const string Page = "Baton.Page`1";
    public const string TypedPage = "Baton.Page`2";
    public const string Grantee = "Baton.Grantee";
    public const string ResourceGrant = "Baton.ResourceGrant";
    public const string ModelGrant = "Baton.ResourceGrant`1";
    public const string DynamicEntitlement = "Baton.DynamicEntitlement";
    public const string ResourceEntitlement = "Baton.ResourceEntitlement";
    public const string ResourceKey = "Baton.ResourceKey";
    public const string TypedResourceKey = "Baton.ResourceKey`1";
    public const string Principal = "Baton.Principal";
    public const string GrantOutcomeKind = "Baton.GrantOutcomeKind";
    public const string GrantOutcome = "Baton.GrantOutcome";
    public const string RevokeOutcome = "Baton.RevokeOutcome";
    public const string SyncWarnings = "Baton.ISyncWarnings";

    public const string SessionStore = "Baton.ISessionStore";
    public const string SessionStoreExtensions = "Baton.SessionStore";
    public const string SourceEvent = "Baton.SourceEvent";

    public const string UserBuilder = "Baton.UserBuilder";
    public const string GroupBuilder = "Baton.GroupBuilder";
    public const string RoleBuilder = "Baton.RoleBuilder";
    public const string AppBuilder = "Baton.AppBuilder";
    public const string SecretBuilder = "Baton.SecretBuilder";
    public const string SecurityInsightBuilder = "Baton.SecurityInsightBuilder";
    public const string ScopeBindingBuilder = "Baton.ScopeBindingBuilder";
    public const string VendorBuilder = "Baton.VendorBuilder";
    public const string VendorAgreementBuilder = "Baton.VendorAgreementBuilder";
    public const string LicenseProfileBuilder = "Baton.LicenseProfileBuilder";
    public const string AgentBuilder = "Baton.AgentBuilder";
    public const string ManagedDeviceBuilder = "Baton.ManagedDeviceBuilder";
    public const string PlainBuilder = "Baton.PlainBuilder";

    public const string CancellationToken = "System.Threading.CancellationToken";
    public const string Task = "System.Threading.Tasks.Task";
    public const string TaskOf = "System.Threading.Tasks.Task`1";
    public const string ValueTask = "System.Threading.Tasks.ValueTask";
    public const string ValueTaskOf = "System.Threading.Tasks.ValueTask`1";
    public const string AsyncEnumerable = "System.Collections.Generic.IAsyncEnumerable`1";
    public const string Enumerable = "System.Collections.Generic.IEnumerable`1";
    public const string ReadOnlyList = "System.Collections.Generic.IReadOnlyList`1";
    public const string Exception = "System.Exception";
    public const string ReadOnlyDictionary = "System.Collections.Generic.IReadOnlyDictionary`2";
    public const string Uri = "System.Uri";
    public const string Guid = "System.Guid";
    public const string DateTime = "System.DateTime";
    public const string DateTimeOffset = "System.DateTimeOffset";
    public const string HttpClient = "System.Net.Http.HttpClient";
    public const string Logger = "Microsoft.Extensions.Logging.ILogger";
    public const string LoggerExtensions = "Microsoft.Extensions.Logging.LoggerExtensions";
    public const string LoggerMessage = "Microsoft.Extensions.Logging.LoggerMessageAttribute";
    public const string ServiceCollection = "Microsoft.Extensions.DependencyInjection.IServiceCollection";

    /// <summary>The entry point calls it; absent when only Baton.Abstractions is referenced.</summary>
    public const string ConnectorHost = "Baton.ConnectorHost";
}
