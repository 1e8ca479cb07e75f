namespace Baton.Generators.Parsing;

/// <summary>What a part of a resource takes.</summary>
enum PartKind
{
    Id,
    Text,
    Link,
    Time,
    Flag,
    Number,
    Status,

    /// <summary>A member of the enum that <see cref="Part.EnumType"/> names.</summary>
    Enum,
}

/// <summary>A member of <c>Baton.To</c>.</summary>
/// <param name="Owners">The builders that have a method of that name; null when all have.</param>
/// <param name="EnumType">Metadata name of the enum that it takes.</param>
/// <param name="IsRepeatable">Whether a resource can have several.</param>
sealed record Part(PartKind Kind, string[]? Owners, string? EnumType = null, bool IsRepeatable = false);

/// <summary>The parts that attributes can name. A test compares them with the builders.</summary>
static class Parts
{
    static readonly string[] User = ["UserBuilder"], App = ["AppBuilder"], Secret = ["SecretBuilder"], Insight = ["SecurityInsightBuilder"],
        License = ["LicenseProfileBuilder"], Vendor = ["VendorBuilder"], Agreement = ["VendorAgreementBuilder"], Device = ["ManagedDeviceBuilder"];

    static readonly Dictionary<string, Part> All = new(StringComparer.Ordinal)
    {
        ["Id"] = new(PartKind.Id, null),
        ["DisplayName"] = new(PartKind.Text, null),
        ["Description"] = new(PartKind.Text, null),
        ["Status"] = new(PartKind.Status, null),
        ["CreatedAt"] = new(PartKind.Time, null),
        ["Icon"] = new(PartKind.Text, null),
        ["ExternalLink"] = new(PartKind.Link, null),
        ["RawId"] = new(PartKind.Text, null),
        ["Alias"] = new(PartKind.Text, null, IsRepeatable: true),
        ["ExternalId"] = new(PartKind.Text, null),

        ["Email"] = new(PartKind.Text, User, IsRepeatable: true),
        ["Login"] = new(PartKind.Text, User),
        ["LoginAlias"] = new(PartKind.Text, User, IsRepeatable: true),
        ["EmployeeId"] = new(PartKind.Text, User, IsRepeatable: true),
        ["AccountType"] = new(PartKind.Enum, User, KnownTypes.AccountType),
        ["LastLogin"] = new(PartKind.Time, User),
        ["MfaEnabled"] = new(PartKind.Flag, User),
        ["SsoEnabled"] = new(PartKind.Flag, User),
        ["GivenName"] = new(PartKind.Text, User),
        ["FamilyName"] = new(PartKind.Text, User),
        ["MiddleName"] = new(PartKind.Text, User, IsRepeatable: true),

        ["SourceType"] = new(PartKind.Text, ["GroupBuilder", "AppBuilder"]),
        ["HelpUrl"] = new(PartKind.Link, App),
        ["Logo"] = new(PartKind.Text, App),
        ["ExpiresAt"] = new(PartKind.Time, Secret),
        ["LastUsedAt"] = new(PartKind.Time, Secret),
        ["ObservedAt"] = new(PartKind.Time, Insight),

        ["LicenseName"] = new(PartKind.Text, License),
        ["PurchasedSeats"] = new(PartKind.Number, License),
        ["ConsumedSeats"] = new(PartKind.Number, License),
        ["CostPerUnit"] = new(PartKind.Number, License),
        ["EntitlementId"] = new(PartKind.Text, License, IsRepeatable: true),

        ["VendorId"] = new(PartKind.Text, Vendor),
        ["VendorName"] = new(PartKind.Text, Vendor),
        ["DoingBusinessAs"] = new(PartKind.Text, Vendor),
        ["WebsiteDomain"] = new(PartKind.Text, Vendor),
        ["ExternalVendorId"] = new(PartKind.Text, Vendor),
        ["DeepLink"] = new(PartKind.Link, Vendor),
        ["SourceBusinessId"] = new(PartKind.Text, Vendor),
        ["SourceEntityId"] = new(PartKind.Text, Vendor),

        ["AgreementName"] = new(PartKind.Text, Agreement),
        ["StartDate"] = new(PartKind.Time, Agreement),
        ["EndDate"] = new(PartKind.Time, Agreement),
        ["LastDateToTerminate"] = new(PartKind.Time, Agreement),
        ["AutoRenewal"] = new(PartKind.Flag, Agreement),

        ["Serial"] = new(PartKind.Text, Device),
        ["Udid"] = new(PartKind.Text, Device),
        ["HardwareHash"] = new(PartKind.Text, Device),
        ["Device"] = new(PartKind.Enum, Device, KnownTypes.DeviceType),
        ["Model"] = new(PartKind.Text, Device),
        ["Vendor"] = new(PartKind.Text, Device),
        ["Compliance"] = new(PartKind.Enum, Device, KnownTypes.DeviceCompliance),
        ["Encrypted"] = new(PartKind.Flag, Device),
        ["Supervised"] = new(PartKind.Flag, Device),
        ["Personal"] = new(PartKind.Flag, Device),
        ["Management"] = new(PartKind.Enum, Device, KnownTypes.DeviceManagement),
        ["EnrolledAt"] = new(PartKind.Time, Device),
    };

    public static Part Of(string name) => All.TryGetValue(name, out var part) ? part : new(PartKind.Text, []);
}
