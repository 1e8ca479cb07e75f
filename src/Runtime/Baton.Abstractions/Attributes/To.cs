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

    /// <summary>Secret: when it stops working.</summary>
    ExpiresAt,

    /// <summary>Secret: when it was last used.</summary>
    LastUsedAt,
}
