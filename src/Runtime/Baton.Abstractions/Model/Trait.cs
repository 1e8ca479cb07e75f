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
}
