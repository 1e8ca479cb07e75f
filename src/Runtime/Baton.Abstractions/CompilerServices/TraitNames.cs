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
        _ => throw new ArgumentOutOfRangeException(nameof(trait), trait, "Unknown trait."),
    };
}
