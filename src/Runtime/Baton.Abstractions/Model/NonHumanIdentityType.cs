namespace Baton;

/// <summary>What kind of machine identity it is. Numbers are those of <c>c1.connector.v2.NonHumanIdentityTrait.NhiType</c>.</summary>
public enum NonHumanIdentityType
{
    /// <summary>Not said.</summary>
    Unspecified = 0,

    /// <summary>An application that was registered with an identity provider.</summary>
    AppRegistration = 1,

    /// <summary>A role that programs take on.</summary>
    AssumableRole = 2,

    /// <summary>An identity that the platform looks after.</summary>
    ManagedIdentity = 3,
}
