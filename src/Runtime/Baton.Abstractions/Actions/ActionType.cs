namespace Baton;

/// <summary>What an action does. Numbers are those of <c>c1.connector.v2.ActionType</c>.</summary>
public enum ActionType
{
    /// <summary>Anything.</summary>
    Dynamic = 1,

    /// <summary>Something with an account.</summary>
    Account = 2,

    /// <summary>Changes the profile of an account.</summary>
    AccountUpdateProfile = 3,

    /// <summary>Disables an account.</summary>
    AccountDisable = 4,

    /// <summary>Enables an account.</summary>
    AccountEnable = 5,

    /// <summary>Creates a resource.</summary>
    ResourceCreate = 6,

    /// <summary>Deletes a resource.</summary>
    ResourceDelete = 7,

    /// <summary>Enables a resource.</summary>
    ResourceEnable = 8,

    /// <summary>Disables a resource.</summary>
    ResourceDisable = 9,
}
