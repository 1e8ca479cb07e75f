using System.Net;
using System.Text.Json.Nodes;
using Baton;
using BatonScim.Http;
using BatonScim.Scim;

namespace BatonScim.Provisioning;

/// <summary>
/// Adds and removes values of attributes that can have several: members, roles, entitlements. Servers answer a PATCH that they did not understand
/// with success: so the resource is looked at afterwards, and replaced as a whole when nothing has happened.
/// </summary>
sealed class ValueEditor(ScimClient client, ResourceEditor editor)
{
    /// <summary>Makes a value be there, or not.</summary>
    /// <param name="endpoint"><c>Users</c> or <c>Groups</c>.</param>
    /// <param name="id">Id of the resource.</param>
    /// <param name="attribute">The attribute.</param>
    /// <param name="value">The value.</param>
    /// <param name="wanted">Whether it shall be there.</param>
    /// <param name="type">What kind of value it is; null where that goes without saying.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>False when there was nothing to do.</returns>
    public async Task<bool> ChangeAsync(string endpoint, string id, string attribute, string value, bool wanted, string? type, CancellationToken ct)
    {
        var address = ScimClient.Resource(endpoint, id);
        try
        {
            if (await HasAsync(address, attribute, value, ct) == wanted)
                return false;
        }
        catch (HttpRequestException e) when (e.StatusCode == HttpStatusCode.NotFound && !wanted)
        {
            return false; // nobody holds anything of what is gone
        }
        bool Edit(JsonObject resource) => EditWhole(resource, attribute, value, wanted, type);
        try
        {
            await editor.ChangeAsync(address, wanted ? Patch.Add(attribute, value, type) : Patch.Remove(attribute, value), Edit, ct);
        }
        catch (HttpRequestException e) when (e.StatusCode == HttpStatusCode.BadRequest && !wanted)
        {
            // Paths with a filter are what servers know least.
            await editor.PutAsync(address, Edit, ct);
        }
        if (await HasAsync(address, attribute, value, ct) == wanted)
            return true;
        await editor.PutAsync(address, Edit, ct);
        return await HasAsync(address, attribute, value, ct) == wanted
            ? true
            : throw new ConnectorException(
                ErrorCode.FailedPrecondition,
                $"{address}: the server says that it changed \"{attribute}\", and did not: \"{value}\" is {(wanted ? "not" : "still")} there.");
    }

    async Task<bool> HasAsync(string address, string attribute, string value, CancellationToken ct)
    {
        using var document = await client.GetAsync(address, ct);
        return ScimValue.Read(document.RootElement, attribute).Any(v => v.Value == value);
    }

    static bool EditWhole(JsonObject resource, string attribute, string value, bool wanted, string? type)
    {
        // The name in the server's own spelling.
        var name = resource.Select(static p => p.Key).FirstOrDefault(key => key.Equals(attribute, StringComparison.OrdinalIgnoreCase)) ?? attribute;
        if (resource[name] is not JsonArray values)
            resource[name] = values = [];
        var found = values.FirstOrDefault(v => (v is JsonObject complex ? complex["value"] : v)?.ToString() == value);
        if (found is not null == wanted)
            return false;
        if (wanted)
            values.Add((JsonNode)Patch.Value(value, type));
        else
            values.Remove(found);
        return true;
    }
}
