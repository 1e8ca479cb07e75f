namespace Acme.SettingGroups;

[Connector("baton-setting-groups")]
public sealed partial class SettingGroupsConnector;

[FieldGroup("token", nameof(ApiToken), DisplayName = "API token", Default = true)]
[FieldGroup("login", nameof(User), nameof(Password), HelpText = "A technical user.")]
[RequiredTogether(nameof(User), nameof(Password))]
[MutuallyExclusive(nameof(Proxy), nameof(Direct))]
[DependentOn(nameof(Tenant), nameof(Proxy))]
[AtLeastOne(nameof(ApiToken), nameof(User))]
[ConnectorConfig]
public sealed partial record Settings
{
    [Field(Secret = true, Required = true, MinLength = 8)]
    public string? ApiToken { get; init; }

    [Field(Pattern = "^[a-z]+$", MinLength = 1, MaxLength = 32)]
    public string? User { get; init; }

    [Field(Secret = true)]
    public string? Password { get; init; }

    [Field(WellKnown = WellKnown.Uuid)]
    public string? Tenant { get; init; }

    [Field]
    public Uri? Proxy { get; init; }

    [Field(Export = FieldExport.CommandLine)]
    public bool Direct { get; init; }

    [Field(Min = 1, Max = 1000, NotIn = ["13"])]
    public int PageSize { get; init; } = 100;

    [Field(MaxItems = 3, Unique = true, Prefix = "o-")]
    public IReadOnlyList<string> Orgs { get; init; } = [];

    [Field]
    public IReadOnlyDictionary<string, string>? Labels { get; init; }

    [Field(Secret = true, Extensions = [".pem"])]
    public byte[]? Certificate { get; init; }

    [Field(Input = FieldInput.Random, Secret = true)]
    public string? Nonce { get; init; }
}
