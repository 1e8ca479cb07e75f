using System.Net.Http.Headers;
using System.Text;

namespace BatonScim.Http;

/// <summary>A token, or a name and a password, that somebody entered.</summary>
sealed class FixedAuthorization(AuthenticationHeaderValue header) : IAuthorization
{
    /// <summary>A bearer token.</summary>
    public static FixedAuthorization Bearer(string token) => new(new("Bearer", token));

    /// <summary>Name and password.</summary>
    public static FixedAuthorization Basic(string name, string password) =>
        new(new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{name}:{password}"))));

    /// <inheritdoc/>
    public Task<AuthenticationHeaderValue> HeaderAsync(AuthenticationHeaderValue? refused, CancellationToken ct) => Task.FromResult(header);
}
