using System.Net;
using BatonScim.Http;

namespace BatonScim.Scim;

/// <summary>What the server says that it can do. Servers that say nothing are taken to know the standard.</summary>
sealed class ServerFeatures(ScimClient client, ScimConfig config)
{
    volatile Answer? _answer;

    sealed record Answer(bool Patch);

    /// <summary>Whether a part of a resource can be changed by itself.</summary>
    public async Task<bool> KnowsPatchAsync(CancellationToken ct) => !config.AvoidPatch && (_answer ??= await AskAsync(ct)).Patch;

    async Task<Answer> AskAsync(CancellationToken ct)
    {
        try
        {
            using var document = await client.GetAsync("ServiceProviderConfig", ct);
            return new((document.RootElement.Get("patch") ?? default).Truth("supported") ?? true);
        }
        catch (HttpRequestException e) when (e.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden or HttpStatusCode.NotImplemented)
        {
            return new(true);
        }
    }
}
