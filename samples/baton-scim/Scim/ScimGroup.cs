using System.Text.Json;

namespace BatonScim.Scim;

/// <summary>A group with its members.</summary>
sealed record ScimGroup(string Id, string? DisplayName, string? ExternalId, DateTimeOffset? Created, IReadOnlyList<ScimMember> Members)
{
    /// <summary>Reads a group; null when it has no id.</summary>
    public static ScimGroup? Read(JsonElement group) => group.Text("id") is { } id
        ? new(
            id, group.Text("displayName"), group.Text("externalId"), (group.Get("meta") ?? default).Time("created"),
            [.. ScimValue.Read(group, "members").Select(static m => new ScimMember(m.Value, IsGroup(m)))])
        : null;

    // The type is optional, and so is the reference; without both it is a user.
    static bool IsGroup(ScimValue member) => member.Type is { } type
        ? type.Equals("Group", StringComparison.OrdinalIgnoreCase)
        : member.Reference?.Contains("/Groups/", StringComparison.OrdinalIgnoreCase) is true;
}

/// <summary>A member of a group.</summary>
/// <param name="Id">Id of the user or group.</param>
/// <param name="IsGroup">Whether it is a group.</param>
sealed record ScimMember(string Id, bool IsGroup);
