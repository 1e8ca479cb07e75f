namespace Baton.Generators.Parsing;

/// <summary>The builder of each trait, and the parts of a resource that each builder has.</summary>
static class Builders
{
    const string Plain = "PlainBuilder";

    static readonly string[] EveryBuilder = ["Id", "DisplayName", "Description", "Status", "CreatedAt"];

    /// <summary>Members of <c>Baton.Trait</c>; the builder of each has its name and <c>Builder</c>.</summary>
    static readonly string[] Traits = ["User", "Group", "Role", "App", "Secret"];

    /// <summary>Name of the builder of a type with these traits: that of the first.</summary>
    public static string Of(IReadOnlyList<string> traits) => traits.Count == 0 ? Plain : traits[0] + "Builder";

    /// <summary>Whether a type with these traits can be mapped by this builder.</summary>
    public static bool Fits(string builder, IReadOnlyCollection<string> traits) =>
        traits.Count == 0 ? builder == Plain : traits.Any(trait => trait + "Builder" == builder);

    public static bool IsBuilder(string name) => name == Plain || Traits.Any(trait => trait + "Builder" == name);

    /// <summary>Whether the builder has a method for a member of <c>Baton.To</c>.</summary>
    public static bool Has(string builder, string part) => EveryBuilder.Contains(part) || OwnersOf(part).Contains(builder);

    /// <summary>The builders that have a part which not all have.</summary>
    public static IReadOnlyList<string> OwnersOf(string part) => part switch
    {
        "Email" or "Login" or "LoginAlias" or "EmployeeId" or "AccountType" or "LastLogin" or "MfaEnabled" or "SsoEnabled" or
            "GivenName" or "FamilyName" => ["UserBuilder"],
        "SourceType" => ["GroupBuilder", "AppBuilder"],
        "HelpUrl" => ["AppBuilder"],
        "ExpiresAt" or "LastUsedAt" => ["SecretBuilder"],
        _ => [],
    };

    /// <summary>Parts of which a resource can have several.</summary>
    public static bool IsRepeatable(string part) => part is "Email" or "LoginAlias" or "EmployeeId";
}
