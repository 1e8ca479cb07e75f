using Baton.Protocol.Connector.V2;
using Google.Protobuf.Reflection;

namespace Baton.Testing;

/// <summary>The annotation that a resource carries for each trait of its type.</summary>
static class TraitMessages
{
    public static IReadOnlyList<(ResourceType.Types.Trait Trait, MessageDescriptor Message)> All { get; } =
    [
        (ResourceType.Types.Trait.User, UserTrait.Descriptor),
        (ResourceType.Types.Trait.Group, GroupTrait.Descriptor),
        (ResourceType.Types.Trait.Role, RoleTrait.Descriptor),
        (ResourceType.Types.Trait.App, AppTrait.Descriptor),
        (ResourceType.Types.Trait.Secret, SecretTrait.Descriptor),
        (ResourceType.Types.Trait.SecurityInsight, SecurityInsightTrait.Descriptor),
        (ResourceType.Types.Trait.ScopeBinding, ScopeBindingTrait.Descriptor),
        (ResourceType.Types.Trait.Vendor, VendorTrait.Descriptor),
        (ResourceType.Types.Trait.VendorAgreement, VendorAgreementTrait.Descriptor),
        (ResourceType.Types.Trait.LicenseProfile, LicenseProfileTrait.Descriptor),
        (ResourceType.Types.Trait.Agent, AgentTrait.Descriptor),
        (ResourceType.Types.Trait.ManagedDevice, ManagedDeviceTrait.Descriptor),
    ];
}
