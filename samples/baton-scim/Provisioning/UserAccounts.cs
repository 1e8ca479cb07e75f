using System.Net;
using System.Text.Json.Nodes;
using Baton;
using BatonScim.Http;
using BatonScim.Scim;

namespace BatonScim.Provisioning;

/// <summary>Creates, changes and deletes users, and groups.</summary>
sealed class UserAccounts(ScimClient client, ScimLists lists, ResourceEditor editor)
{
    const string Core = "urn:ietf:params:scim:schemas:core:2.0:";

    /// <summary>Creates a user. One with the same name is left as it is.</summary>
    public async Task<AccountResult<ScimUser>> CreateAsync(NewAccount account, NewUser form, NewCredential credential, CancellationToken ct)
    {
        var name = account.Login.Length > 0 ? account.Login : account.Email
            ?? throw new ConnectorException(ErrorCode.InvalidArgument, "A new user needs a login or an e-mail address.");
        var user = new JsonObject { ["schemas"] = new JsonArray(Core + "User"), ["userName"] = name, ["active"] = true };
        if (account.Emails.Count > 0)
        {
            user["emails"] = new JsonArray(
                [.. account.Emails.Select(static (email, i) => new JsonObject { ["value"] = email, ["type"] = "work", ["primary"] = i == 0 })]);
        }
        if (form.GivenName is not null || form.FamilyName is not null)
            user["name"] = Without(new() { ["givenName"] = form.GivenName, ["familyName"] = form.FamilyName });
        user["displayName"] = form.DisplayName;
        user["externalId"] = form.ExternalId;
        if (credential.HasPassword)
            user["password"] = credential.Password;
        try
        {
            using var document = await client.ChangeAsync(HttpMethod.Post, "Users", Without(user), null, ct);
            if (document is not null && ScimUser.Read(document.RootElement) is { } created)
                return AccountResult.Created(created);
        }
        catch (HttpRequestException e) when (e.StatusCode == HttpStatusCode.Conflict)
        {
            return await FindAsync(name, ct) is { } existing
                ? AccountResult.AlreadyExists(existing)
                : throw new HttpRequestException(e.Message, e, e.StatusCode);
        }
        return await FindAsync(name, ct) is { } found
            ? AccountResult.Created(found)
            : throw new ConnectorException(ErrorCode.FailedPrecondition, "POST Users: the server says that the user was created, and shows none.");
    }

    /// <summary>Creates a group.</summary>
    public async Task<ScimGroup> CreateGroupAsync(string name, CancellationToken ct)
    {
        var group = new JsonObject { ["schemas"] = new JsonArray(Core + "Group"), ["displayName"] = name };
        using var document = await client.ChangeAsync(HttpMethod.Post, "Groups", group, null, ct);
        return document is not null && ScimGroup.Read(document.RootElement) is { } created
            ? created
            : throw new ConnectorException(ErrorCode.FailedPrecondition, "POST Groups: the server says that the group was created, and does not show it.");
    }

    /// <summary>Deletes a user or a group.</summary>
    public async Task<DeleteOutcome> DeleteAsync(string endpoint, string id, CancellationToken ct)
    {
        try
        {
            using var _ = await client.ChangeAsync(HttpMethod.Delete, ScimClient.Resource(endpoint, id), null, null, ct);
            return DeleteOutcome.Deleted;
        }
        catch (HttpRequestException e) when (e.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone)
        {
            return DeleteOutcome.AlreadyDeleted;
        }
    }

    /// <summary>Sets a user's password.</summary>
    public Task SetPasswordAsync(string id, string password, CancellationToken ct) => SetAsync(id, "password", password, ct);

    /// <summary>Lets a user sign in, or not.</summary>
    public Task SetActiveAsync(string id, bool active, CancellationToken ct) => SetAsync(id, "active", active, ct);

    Task SetAsync(string id, string attribute, JsonNode value, CancellationToken ct) => editor.ChangeAsync(
        ScimClient.Resource("Users", id),
        Patch.Replace(attribute, value.DeepClone()),
        user =>
        {
            user[attribute] = value.DeepClone();
            return true;
        },
        ct);

    // By a filter; and among all, when the server does not know filters, or not what to make of the name in one.
    async Task<ScimUser?> FindAsync(string name, CancellationToken ct)
    {
        try
        {
            if (await FindAsync(name, $"userName eq {Patch.Quote(name)}", ct) is { } found)
                return found;
        }
        catch (HttpRequestException e) when (e.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.NotImplemented)
        {
            // It does not understand: then it is asked without.
        }
        return await FindAsync(name, null, ct);
    }

    async Task<ScimUser?> FindAsync(string name, string? filter, CancellationToken ct)
    {
        ListPosition? position = null;
        do
        {
            var page = await lists.PageAsync("Users", filter, null, position, ScimUser.Read, ct);
            if (page.Items.FirstOrDefault(u => name.Equals(u.UserName, StringComparison.OrdinalIgnoreCase)) is { } found)
                return found;
            position = page.Next;
        }
        while (position is not null);
        return null;
    }

    static JsonObject Without(JsonObject resource)
    {
        foreach (var name in resource.Where(static p => p.Value is null).Select(static p => p.Key).ToList())
            resource.Remove(name);
        return resource;
    }
}
