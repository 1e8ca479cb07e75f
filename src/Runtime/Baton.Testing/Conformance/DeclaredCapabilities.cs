using System.Text;
using Baton.CompilerServices;
using Baton.Protocol;
using Baton.Protocol.Connector.V2;
using Google.Protobuf.WellKnownTypes;

namespace Baton.Testing;

/// <summary>What a connector says that it can do.</summary>
sealed class DeclaredCapabilities
{
    readonly ConnectorCapabilities _all;

    DeclaredCapabilities(ConnectorCapabilities all) => _all = all;

    /// <summary>Credential options for accounts.</summary>
    public IReadOnlyList<CapabilityDetailCredentialOption> AccountOptions =>
        _all.CredentialDetails?.CapabilityAccountProvisioning?.SupportedCredentialOptions ?? [];

    /// <summary>Credential options for rotations.</summary>
    public IReadOnlyList<CapabilityDetailCredentialOption> RotationOptions =>
        _all.CredentialDetails?.CapabilityCredentialRotation?.SupportedCredentialOptions ?? [];

    /// <summary>Whether anybody can be given additional credentials.</summary>
    public bool IssuesCredentials => _all.ResourceTypeCapabilities.Any(static type => type.CredentialIssue is { Options.Count: > 0 });

    /// <summary>Additional credentials that resources of a type can be given.</summary>
    public IReadOnlyList<CredentialIssueOptionDescriptor> IssuedBy(string resourceType) =>
        _all.ResourceTypeCapabilities.FirstOrDefault(type => type.ResourceType.Id == resourceType)?.CredentialIssue?.Options ?? [];

    public static DeclaredCapabilities Of<TConnector>()
        where TConnector : IConnector =>
        new(ProtoJson.Parse<Any>(Encoding.UTF8.GetString(TConnector.Manifest.CapabilitiesJson)).Unpack<ConnectorCapabilities>());

    /// <summary>Resource types that can do something; those of users first.</summary>
    public IReadOnlyList<string> Types(Capability capability) =>
    [
        .. _all.ResourceTypeCapabilities.Where(type => type.Capabilities.Contains(capability)).Select(static type => type.ResourceType.Id)
            .OrderByDescending(static type => type == "user"),
    ];

    public bool Has(Capability capability) => _all.ConnectorCapabilities_.Contains(capability);
}
