using System.Net.Http.Headers;

namespace BatonScim.Http;

/// <summary>How requests prove who asks.</summary>
interface IAuthorization
{
    /// <summary>The header for a request.</summary>
    /// <param name="refused">The header that the server refused a moment ago; null for an ordinary request.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>The header to send; the same again when there is no other.</returns>
    Task<AuthenticationHeaderValue> HeaderAsync(AuthenticationHeaderValue? refused, CancellationToken ct);
}
