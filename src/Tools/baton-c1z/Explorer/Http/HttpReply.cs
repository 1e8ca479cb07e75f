using System.Globalization;
using System.Net;
using System.Text;

namespace Baton.C1ZTool.Explorer;

/// <summary>An answer. Its headers let a browser do nothing but show what comes from here.</summary>
/// <param name="Status">The status.</param>
/// <param name="Type">The type of the content.</param>
/// <param name="Body">The content.</param>
sealed record HttpReply(HttpStatusCode Status, string Type, ReadOnlyMemory<byte> Body)
{
    // Scripts and styles come from files of ours alone, and text never becomes markup: not even our own script may do that.
    const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
        + "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    static readonly string Fixed = string.Join("\r\n",
        $"Content-Security-Policy: {Policy}",
        "X-Content-Type-Options: nosniff",
        "X-Frame-Options: DENY",
        "Referrer-Policy: no-referrer",
        "Cross-Origin-Opener-Policy: same-origin",
        "Cross-Origin-Resource-Policy: same-origin",
        "Cache-Control: no-store",
        "Connection: close");

    /// <summary>Where the browser is to go instead.</summary>
    public string? Location { get; init; }

    /// <summary>A sentence.</summary>
    public static HttpReply Text(HttpStatusCode status, string text) => new(status, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(text + "\n"));

    /// <summary>What goes over the wire.</summary>
    public byte[] ToBytes(bool withBody)
    {
        var head = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {(int)Status} {Status}\r\nContent-Type: {Type}\r\nContent-Length: {Body.Length}\r\n{Fixed}\r\n");
        if (Status == HttpStatusCode.MethodNotAllowed)
            head.Append("Allow: GET, HEAD\r\n");
        if (Location is not null)
            head.Append(CultureInfo.InvariantCulture, $"Location: {Location}\r\n");
        return [.. Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()), .. withBody ? Body.Span : []];
    }
}
