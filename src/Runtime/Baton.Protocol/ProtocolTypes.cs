using Google.Protobuf.Reflection;

namespace Baton.Protocol;

/// <summary>Every type of the protocol, for code that meets messages by name.</summary>
public static class ProtocolTypes
{
    static readonly Lazy<TypeRegistry> LazyRegistry = new(() => TypeRegistry.FromFiles(Files));

    /// <summary>The descriptors of all files of the protocol, by path.</summary>
    public static IReadOnlyList<FileDescriptor> Files { get; } =
    [
        C1Z.V1.AnnotationSyncDetailsReflection.Descriptor,
        C1Z.V1.DiffReflection.Descriptor,
        Config.V1.ConfigReflection.Descriptor,
        Config.V1.RulesReflection.Descriptor,
        Connector.V2.ActionReflection.Descriptor,
        Connector.V2.AnnotationBatonIdReflection.Descriptor,
        Connector.V2.AnnotationEntitlementReflection.Descriptor,
        Connector.V2.AnnotationEtagReflection.Descriptor,
        Connector.V2.AnnotationExclusionGroupReflection.Descriptor,
        Connector.V2.AnnotationExternalLinkReflection.Descriptor,
        Connector.V2.AnnotationExternalTicketReflection.Descriptor,
        Connector.V2.AnnotationGrantReflection.Descriptor,
        Connector.V2.AnnotationGrantReplacedReflection.Descriptor,
        Connector.V2.AnnotationIdAliasReflection.Descriptor,
        Connector.V2.AnnotationRatelimitReflection.Descriptor,
        Connector.V2.AnnotationRawIdReflection.Descriptor,
        Connector.V2.AnnotationRequestReflection.Descriptor,
        Connector.V2.AnnotationResourceReflection.Descriptor,
        Connector.V2.AnnotationResourceDeletedReflection.Descriptor,
        Connector.V2.AnnotationResourceTreeReflection.Descriptor,
        Connector.V2.AnnotationSecurityInsightReflection.Descriptor,
        Connector.V2.AnnotationSessionReflection.Descriptor,
        Connector.V2.AnnotationSourceCacheReflection.Descriptor,
        Connector.V2.AnnotationTraitReflection.Descriptor,
        Connector.V2.AnnotationTypeScopedEntitlementsReflection.Descriptor,
        Connector.V2.AnnotationTypeScopedGrantsReflection.Descriptor,
        Connector.V2.AnnotationV1IdentifierReflection.Descriptor,
        Connector.V2.AnnotationVendorReflection.Descriptor,
        Connector.V2.AnnotationVendorAgreementReflection.Descriptor,
        Connector.V2.AssetReflection.Descriptor,
        Connector.V2.ConfigReflection.Descriptor,
        Connector.V2.ConnectorReflection.Descriptor,
        Connector.V2.EntitlementReflection.Descriptor,
        Connector.V2.EventFeedReflection.Descriptor,
        Connector.V2.GrantReflection.Descriptor,
        Connector.V2.ResourceReflection.Descriptor,
        Connector.V2.TicketReflection.Descriptor,
        Service.V1.BatonReflection.Descriptor,
        Service.V1.ConfigReflection.Descriptor,
        Service.V1.ServedpolicyReflection.Descriptor,
        Service.V1.SessionReflection.Descriptor,
        Service.V1.SourceCacheReflection.Descriptor,
        RateLimit.V1.RatelimitReflection.Descriptor,
        Reader.V2.EntitlementReflection.Descriptor,
        Reader.V2.GrantReflection.Descriptor,
        Reader.V2.ResourceReflection.Descriptor,
        Reader.V2.SyncReflection.Descriptor,
        Rpc.ErrorDetailsReflection.Descriptor,
        Rpc.StatusReflection.Descriptor,
        Validate.ValidateReflection.Descriptor,
    ];

    /// <summary>All message types of the protocol, and the well-known types they use, by full name.</summary>
    public static TypeRegistry Registry => LazyRegistry.Value;
}
