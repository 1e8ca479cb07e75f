using System.Net;
using System.Text.Json.Nodes;
using Baton;
using BatonScim.Http;
using BatonScim.Scim;

namespace BatonScim.Provisioning;

/// <summary>
/// Changes a part of a resource: with PATCH; or, where the server does not know that, with PUT of the whole, as it was read a moment before. A PUT
/// names the version that it replaces, and begins anew when somebody else was faster.
/// </summary>
sealed class ResourceEditor(ScimClient client, ServerFeatures features)
{
    const int Attempts = 4;

    /// <summary>Makes a change.</summary>
    /// <param name="address">The resource.</param>
    /// <param name="patch">The change as operations.</param>
    /// <param name="edit">The change of the whole; false when there is nothing to change.</param>
    /// <param name="ct">Stops it.</param>
    public async Task ChangeAsync(string address, JsonObject patch, Func<JsonObject, bool> edit, CancellationToken ct)
    {
        if (!await features.KnowsPatchAsync(ct) || !await TryPatchAsync(address, patch, ct))
            await PutAsync(address, edit, ct);
    }

    /// <summary>Replaces the resource by an edited one.</summary>
    public async Task PutAsync(string address, Func<JsonObject, bool> edit, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (resource, version) = await client.GetForChangeAsync(address, ct);
            if (!edit(resource))
                return;
            // The server's own, which it may refuse to be told.
            resource.Remove("meta");
            try
            {
                using var _ = await client.ChangeAsync(HttpMethod.Put, address, resource, version, ct);
                return;
            }
            catch (HttpRequestException e) when (e.StatusCode == HttpStatusCode.PreconditionFailed)
            {
                if (attempt == Attempts)
                {
                    throw new ConnectorException(
                        ErrorCode.Aborted, $"{address} was changed by others {Attempts} times while it was to be changed: try again.", e);
                }
            }
        }
    }

    // False when the server does not know how.
    async Task<bool> TryPatchAsync(string address, JsonObject patch, CancellationToken ct)
    {
        try
        {
            using var _ = await client.ChangeAsync(HttpMethod.Patch, address, patch, null, ct);
            return true;
        }
        catch (HttpRequestException e) when (e.StatusCode is HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotImplemented)
        {
            return false;
        }
    }
}
