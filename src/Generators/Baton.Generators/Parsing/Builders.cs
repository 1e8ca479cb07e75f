namespace Baton.Generators.Parsing;

/// <summary>The builder of each trait, and the parts of a resource that each builder has.</summary>
static class Builders
{
    const string Plain = "PlainBuilder";

    /// <summary>Members of <c>Baton.Trait</c>; the builder of each has its name and <c>Builder</c>.</summary>
    static readonly string[] Traits =
    [
        "User", "Group", "Role", "App", "Secret", "SecurityInsight", "ScopeBinding", "Vendor", "VendorAgreement", "LicenseProfile", "Agent",
        "ManagedDevice",
    ];

    /// <summary>Name of the builder of a type with these traits: that of the first.</summary>
    public static string Of(IReadOnlyList<string> traits) => traits.Count == 0 ? Plain : traits[0] + "Builder";

    /// <summary>Whether a type with these traits can be mapped by this builder.</summary>
    public static bool Fits(string builder, IReadOnlyCollection<string> traits) =>
        traits.Count == 0 ? builder == Plain : traits.Any(trait => trait + "Builder" == builder);

    public static bool IsBuilder(string name) => name == Plain || Traits.Any(trait => trait + "Builder" == name);

    /// <summary>Whether the builder has a method for a member of <c>Baton.To</c>.</summary>
    public static bool Has(string builder, string part) => Parts.Of(part).Owners is not { } owners || owners.Contains(builder);

    /// <summary>The builders that have a part which not all have.</summary>
    public static IReadOnlyList<string> OwnersOf(string part) => Parts.Of(part).Owners ?? [];

    /// <summary>Parts of which a resource can have several.</summary>
    public static bool IsRepeatable(string part) => Parts.Of(part).IsRepeatable;
}
