namespace Baton;

/// <summary>What is special about an application. Numbers are those of <c>c1.connector.v2.AppTrait.AppFlag</c>.</summary>
public enum AppFeature
{
    /// <summary>Not shown to people.</summary>
    Hidden = 1,

    /// <summary>Switched off.</summary>
    Inactive = 2,

    /// <summary>People sign in with SAML.</summary>
    Saml = 3,

    /// <summary>People sign in with OpenID Connect.</summary>
    Oidc = 4,

    /// <summary>Only a link.</summary>
    Bookmark = 5,
}
