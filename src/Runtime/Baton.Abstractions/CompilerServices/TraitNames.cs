namespace Baton.CompilerServices;

/// <summary>Full names of the trait annotations.</summary>
static class TraitNames
{
    internal static ReadOnlySpan<byte> Of(Trait trait) => trait switch
    {
        Trait.User => "c1.connector.v2.UserTrait"u8,
        Trait.Group => "c1.connector.v2.GroupTrait"u8,
        Trait.Role => "c1.connector.v2.RoleTrait"u8,
        Trait.App => "c1.connector.v2.AppTrait"u8,
        Trait.Secret => "c1.connector.v2.SecretTrait"u8,
        Trait.SecurityInsight => "c1.connector.v2.SecurityInsightTrait"u8,
        Trait.ScopeBinding => "c1.connector.v2.ScopeBindingTrait"u8,
        Trait.Vendor => "c1.connector.v2.VendorTrait"u8,
        Trait.VendorAgreement => "c1.connector.v2.VendorAgreementTrait"u8,
        Trait.LicenseProfile => "c1.connector.v2.LicenseProfileTrait"u8,
        Trait.Agent => "c1.connector.v2.AgentTrait"u8,
        Trait.ManagedDevice => "c1.connector.v2.ManagedDeviceTrait"u8,
        _ => throw new ArgumentOutOfRangeException(nameof(trait), trait, "Unknown trait."),
    };
}
