using Baton.CompilerServices;

namespace Baton.Runtime.Tests;

/// <summary>Resource types for fake connectors, as generated code would state them.</summary>
sealed class Users : IResourceType
{
    public static ResourceTypeDefinition Definition { get; } = new() { Id = "user", DisplayName = "User", Traits = [Trait.User] };
}

sealed class Groups : IResourceType
{
    public static ResourceTypeDefinition Definition { get; } = new()
    {
        Id = "group",
        DisplayName = "Group",
        Traits = [Trait.Group],
        Entitlements =
        [
            new() { Slug = "member", Purpose = Purpose.Assignment, GrantableTo = static () => [Users.Definition, Definition!] },
            new() { Slug = "owner", Purpose = Purpose.Ownership, DisplayName = "Owner of {resource}", GrantableTo = static () => [Users.Definition] },
        ],
    };
}

/// <summary>Organisations contain projects, which contain teams.</summary>
sealed class Orgs : IResourceType
{
    public static ResourceTypeDefinition Definition { get; } = new() { Id = "org", DisplayName = "Organisation" };
}

sealed class Projects : IResourceType
{
    public static ResourceTypeDefinition Definition { get; } = new()
    {
        Id = "project",
        DisplayName = "Project",
        Parents = static () => [Orgs.Definition],
        Entitlements = [new() { Slug = "read", GrantableTo = static () => [Users.Definition] }],
    };
}

sealed class Teams : IResourceType
{
    public static ResourceTypeDefinition Definition { get; } = new() { Id = "team", DisplayName = "Team", Parents = static () => [Projects.Definition] };
}

/// <summary>Folders contain folders; and a pair of types, each listed under the other.</summary>
sealed class Folders : IResourceType
{
    public static ResourceTypeDefinition Definition { get; } = new() { Id = "folder", DisplayName = "Folder", Parents = static () => [Definition!] };
}

sealed class Odds : IResourceType
{
    public static ResourceTypeDefinition Definition { get; } = new() { Id = "odd", DisplayName = "Odd", Parents = static () => [Evens.Definition] };
}

sealed class Evens : IResourceType
{
    public static ResourceTypeDefinition Definition { get; } = new() { Id = "even", DisplayName = "Even", Parents = static () => [Odds.Definition] };
}
