namespace Baton;

/// <summary>What the resources of a type are. Numbers are those of <c>c1.connector.v2.ResourceType.Trait</c>.</summary>
public enum Trait
{
    /// <summary>A person or a machine account.</summary>
    User = 1,

    /// <summary>A set of principals.</summary>
    Group = 2,

    /// <summary>A bundle of permissions.</summary>
    Role = 3,

    /// <summary>An application.</summary>
    App = 4,

    /// <summary>A credential.</summary>
    Secret = 5,

    /// <summary>A risk or an issue of a user or a resource.</summary>
    SecurityInsight = 6,

    /// <summary>A role that holds only within a scope.</summary>
    ScopeBinding = 7,

    /// <summary>A company that things are bought from.</summary>
    Vendor = 8,

    /// <summary>A contract with such a company.</summary>
    VendorAgreement = 9,

    /// <summary>A license and its seats.</summary>
    LicenseProfile = 10,

    /// <summary>A program that acts by itself, for an identity.</summary>
    Agent = 11,

    /// <summary>A computer or a phone.</summary>
    ManagedDevice = 12,
}
