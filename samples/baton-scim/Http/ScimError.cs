using System.Globalization;
using System.Text.Json;
using BatonScim.Scim;

namespace BatonScim.Http;

/// <summary>What the server says about a failure (RFC 7644, 3.12).</summary>
static class ScimError
{
    const int MaxDetail = 500;

    /// <summary>The failure of a request; its status decides what is done about it.</summary>
    public static async Task<HttpRequestException> OfAsync(HttpMethod method, string address, HttpResponseMessage answer, CancellationToken ct)
    {
        var path = address.Split('?')[0];
        var said = await SaidAsync(answer, ct);
        return new(string.Create(CultureInfo.InvariantCulture, $"{method} {path}: HTTP status {(int)answer.StatusCode}{said}"), null, answer.StatusCode);
    }

    static async Task<string> SaidAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(ct), cancellationToken: ct);
            var (kind, detail) = (document.RootElement.Text("scimType"), document.RootElement.Text("detail"));
            return (kind, detail) is (null, null) ? "" : $" ({string.Join(": ", new[] { kind, Short(detail) }.OfType<string>())})";
        }
        catch (JsonException)
        {
            // A page for people says nothing that the status does not.
            return "";
        }
    }

    static string? Short(string? detail) => detail?.Length > MaxDetail ? detail[..MaxDetail] + "…" : detail;
}
