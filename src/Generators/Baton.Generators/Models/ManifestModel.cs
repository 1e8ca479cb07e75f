using Baton.Generators.Helpers;

namespace Baton.Generators.Models;

/// <summary>All that the manifest of a connector states; put together from small parts, so that most edits leave it unchanged.</summary>
/// <param name="Version">Version of the assembly, without build metadata.</param>
/// <param name="Config">The configuration record; null when there is none.</param>
/// <param name="ResourceTypes">Ordered by id.</param>
sealed record ManifestModel(
    ManifestConnectorModel Connector, string Version, ConfigModel? Config, EquatableArray<ManifestResourceTypeModel> ResourceTypes);

/// <summary>What the manifest says of the connector.</summary>
sealed record ManifestConnectorModel(
    HostModel Host,
    string Name,
    string? DisplayName,
    CatalogModel Catalog,
    ConstructorModel Constructor,
    EquatableArray<ArgumentKind>? ConfigureServices,
    EquatableArray<ServiceModel> Services)
{
    /// <summary>Names of <c>c1.connector.v2.Capability</c> that the class itself has.</summary>
    public EquatableArray<string> Capabilities { get; init; }
}

/// <summary>What the manifest says of a resource type.</summary>
/// <param name="Type">Full name of the class with <c>global::</c>.</param>
/// <param name="Capabilities">Names of <c>c1.connector.v2.Capability</c>, in the order in which the document lists them.</param>
sealed record ManifestResourceTypeModel(
    string Type,
    string Id,
    string DisplayName,
    string? Description,
    EquatableArray<string> Traits,
    bool TypeScopedEntitlements,
    bool TypeScopedGrants,
    TypeOptionsModel Options,
    EquatableArray<string> Capabilities,
    ConstructorModel Constructor,
    EquatableArray<ServiceModel> Services)
{
    /// <summary>How a new account gets its credential; null when none can be created.</summary>
    public CredentialChoiceModel? AccountCredentials { get; init; }

    /// <summary>How a credential is replaced; null when none can be.</summary>
    public CredentialChoiceModel? RotatedCredentials { get; init; }

    /// <summary>Whether there are actions for resources of the type.</summary>
    public bool HasActions { get; init; }

    /// <summary>Credentials that can be issued, the proposed one first.</summary>
    public EquatableArray<IssueOfferModel> IssuedCredentials { get; init; }
}
