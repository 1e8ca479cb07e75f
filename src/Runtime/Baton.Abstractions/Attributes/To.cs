namespace Baton;

/// <summary>The parts of a resource that <see cref="MapAttribute"/> can name. The type of the property is that of the builder's method of the same name.</summary>
public enum To
{
    /// <summary>Id in the source: stable, never reused. Required.</summary>
    Id,

    /// <summary>Name shown to people.</summary>
    DisplayName,

    /// <summary>Longer text.</summary>
    Description,

    /// <summary>Status: <see cref="bool"/> (enabled) or <see cref="ResourceStatus"/>.</summary>
    Status,

    /// <summary>When the resource was made.</summary>
    CreatedAt,

    /// <summary>User: an e-mail address; the first one mapped is the primary one.</summary>
    Email,

    /// <summary>User: the name that the user logs in with.</summary>
    Login,

    /// <summary>User: another login name.</summary>
    LoginAlias,

    /// <summary>User: number given by the employer.</summary>
    EmployeeId,

    /// <summary>User: person, service or system.</summary>
    AccountType,

    /// <summary>User: when the user last logged in.</summary>
    LastLogin,

    /// <summary>User: whether a second factor is set up.</summary>
    MfaEnabled,

    /// <summary>User: whether single sign-on is in use.</summary>
    SsoEnabled,

    /// <summary>User: given name.</summary>
    GivenName,

    /// <summary>User: family name.</summary>
    FamilyName,

    /// <summary>Group: where the group comes from (native, built_in, directory_synced…).</summary>
    SourceType,

    /// <summary>App: address of its help page (https).</summary>
    HelpUrl,

    /// <summary>App: id of its logo.</summary>
    Logo,

    /// <summary>Secret: when it stops working.</summary>
    ExpiresAt,

    /// <summary>Secret: when it was last used.</summary>
    LastUsedAt,

    /// <summary>Id of an icon.</summary>
    Icon,

    /// <summary>Where people find the resource in the source (https).</summary>
    ExternalLink,

    /// <summary>The id as the source writes it.</summary>
    RawId,

    /// <summary>Another id of the resource.</summary>
    Alias,

    /// <summary>The id under which a system that is provisioned from the source knows the resource.</summary>
    ExternalId,

    /// <summary>User: a middle name.</summary>
    MiddleName,

    /// <summary>License: its name.</summary>
    LicenseName,

    /// <summary>License: how many seats were bought.</summary>
    PurchasedSeats,

    /// <summary>License: how many seats are taken.</summary>
    ConsumedSeats,

    /// <summary>License: what a seat costs, in cents.</summary>
    CostPerUnit,

    /// <summary>License: id in the file of an entitlement whose holders take a seat.</summary>
    EntitlementId,

    /// <summary>Security insight: when it was seen.</summary>
    ObservedAt,

    /// <summary>Vendor: its id, when it is not that of the resource.</summary>
    VendorId,

    /// <summary>Vendor: its name, when it is not that of the resource.</summary>
    VendorName,

    /// <summary>Vendor: the name under which it does business.</summary>
    DoingBusinessAs,

    /// <summary>Vendor: domain of its web site.</summary>
    WebsiteDomain,

    /// <summary>Vendor: its id in another system.</summary>
    ExternalVendorId,

    /// <summary>Vendor: where people find it in the source (https).</summary>
    DeepLink,

    /// <summary>Vendor: id of the business in the source.</summary>
    SourceBusinessId,

    /// <summary>Vendor: id of the legal entity in the source.</summary>
    SourceEntityId,

    /// <summary>Agreement: its name.</summary>
    AgreementName,

    /// <summary>Agreement: when it begins.</summary>
    StartDate,

    /// <summary>Agreement: when it ends.</summary>
    EndDate,

    /// <summary>Agreement: until when it can be ended.</summary>
    LastDateToTerminate,

    /// <summary>Agreement: whether it goes on when nobody ends it.</summary>
    AutoRenewal,

    /// <summary>Device: serial number.</summary>
    Serial,

    /// <summary>Device: the id that its maker gave it.</summary>
    Udid,

    /// <summary>Device: fingerprint of its hardware.</summary>
    HardwareHash,

    /// <summary>Device: what it is.</summary>
    Device,

    /// <summary>Device: name of the model.</summary>
    Model,

    /// <summary>Device: who made it.</summary>
    Vendor,

    /// <summary>Device: whether it meets the rules.</summary>
    Compliance,

    /// <summary>Device: whether its disk is encrypted.</summary>
    Encrypted,

    /// <summary>Device: whether it is supervised.</summary>
    Supervised,

    /// <summary>Device: whether it is private property.</summary>
    Personal,

    /// <summary>Device: whether it is managed.</summary>
    Management,

    /// <summary>Device: when its management began.</summary>
    EnrolledAt,
}
