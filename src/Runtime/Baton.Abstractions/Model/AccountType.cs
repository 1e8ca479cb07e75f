namespace Baton;

/// <summary>What kind of account a user is. Numbers are those of <c>c1.connector.v2.UserTrait.AccountType</c>.</summary>
public enum AccountType
{
    /// <summary>Not said.</summary>
    Unspecified = 0,

    /// <summary>A person.</summary>
    Human = 1,

    /// <summary>A program.</summary>
    Service = 2,

    /// <summary>Part of the system itself.</summary>
    System = 3,
}
