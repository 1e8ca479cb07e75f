namespace Acme.Settings;

[Connector("baton-settings")]
public sealed partial class SettingsConnector(SettingsConfig config)
{
    public object Config { get; } = config;
}

public enum Mode
{
    ReadOnly,
    FullControl,
}

public abstract record CommonSettings
{
    [Field(Description = "Tenant")]
    public required string Tenant { get; init; }
}

[ConnectorConfig]
public sealed partial record SettingsConfig : CommonSettings
{
    const string DefaultRegion = "eu" + "-west";

    [Field(Secret = true)]
    public required string ApiKey { get; init; }

    [Field(Name = "service-account-password", Secret = true)]
    public string? Password { get; init; }

    [Field(ShortHand = 'r', Placeholder = "eu-west")]
    public string Region { get; init; } = DefaultRegion;

    [Field]
    public bool VerifyTls { get; init; } = true;

    [Field]
    public int PageSize { get; init; } = 2 * 50;

    [Field]
    public long? MaxBytes { get; init; } = 1L << 40;

    [Field(Hidden = true)]
    public Mode Mode { get; init; } = Mode.FullControl;

    [Field]
    public Mode? OtherMode { get; init; }

    [Field]
    public string[] Domains { get; init; } = ["acme.example", "a,b"];

    [Field]
    public IReadOnlyList<string> Exclude { get; init; } = [];

    [Field]
    public Uri? Proxy { get; init; }

    [Field]
    public Uri TokenUrl { get; set; } = new Uri("https://login.acme.example/token");

    [Field]
    public string PasswordPolicy { get; init; } = Environment.MachineName;

    public bool IsLocal => Proxy is null;
}
