using System.Text.Json;

namespace BatonScim.Scim;

/// <summary>A user.</summary>
sealed record ScimUser(
    string Id,
    string? UserName,
    string? DisplayName,
    string? GivenName,
    string? FamilyName,
    bool Active,
    string? ExternalId,
    string? UserType,
    string? Title,
    string? Department,
    string? EmployeeNumber,
    string? Manager,
    DateTimeOffset? Created,
    IReadOnlyList<ScimValue> Emails,
    IReadOnlyList<ScimValue> Roles,
    IReadOnlyList<ScimValue> Entitlements)
{
    /// <summary>The extension with what employers know.</summary>
    public const string Enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    /// <summary>Reads a user; null when it has no id.</summary>
    public static ScimUser? Read(JsonElement user)
    {
        if (user.Text("id") is not { } id)
            return null;
        var name = user.Get("name") ?? default;
        var employee = user.Get(Enterprise) ?? default;
        return new(
            id, user.Text("userName"), user.Text("displayName") ?? name.Text("formatted"), name.Text("givenName"), name.Text("familyName"),
            // The standard does not say what an absent one means; servers without the attribute have only active users.
            user.Truth("active") ?? true,
            user.Text("externalId"), user.Text("userType"), user.Text("title"), employee.Text("department"), employee.Text("employeeNumber"),
            (employee.Get("manager") ?? default).Text("value"), (user.Get("meta") ?? default).Time("created"),
            [.. ScimValue.Read(user, "emails").OrderByDescending(static e => e.Primary)], ScimValue.Read(user, "roles"), ScimValue.Read(user, "entitlements"));
    }

    /// <summary>What people know the user by.</summary>
    public string Name => DisplayName ?? (GivenName is null && FamilyName is null ? UserName ?? Id : $"{GivenName} {FamilyName}".Trim());
}
