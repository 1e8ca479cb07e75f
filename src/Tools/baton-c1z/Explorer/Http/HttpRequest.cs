using System.Text;

namespace Baton.C1ZTool.Explorer;

/// <summary>What the server reads of a request: its first line, and the host that it was meant for.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">The path, still encoded.</param>
/// <param name="Query">The parameters, decoded; of those that come twice the last.</param>
/// <param name="Host">The only Host header; empty without one.</param>
sealed record HttpRequest(string Method, string Path, IReadOnlyDictionary<string, string> Query, string Host)
{
    /// <summary>Reads the head of a request; null when it is none of HTTP/1, or not all of one.</summary>
    public static HttpRequest? Parse(ReadOnlySpan<byte> head)
    {
        if (head.IndexOf("\r\n\r\n"u8) < 0)
            return null;
        var lines = Encoding.Latin1.GetString(head).Split("\r\n");
        if (lines[0].Split(' ') is not [var method, ['/', ..] target, "HTTP/1.1" or "HTTP/1.0"] || !target.All(static c => c is > ' ' and < '\x7f'))
            return null;
        var hosts = lines.Skip(1).Where(static line => line.StartsWith("Host:", StringComparison.OrdinalIgnoreCase)).ToArray();
        if (hosts.Length > 1)
            return null;
        var question = target.IndexOf('?', StringComparison.Ordinal);
        var (path, query) = question < 0 ? (target, "") : (target[..question], target[(question + 1)..]);
        return new(method, path, Parameters(query), hosts is [var host] ? host["Host:".Length..].Trim() : "");
    }

    static Dictionary<string, string> Parameters(string query)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            parameters[Decode(equals < 0 ? part : part[..equals])] = equals < 0 ? "" : Decode(part[(equals + 1)..]);
        }
        return parameters;
    }

    static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
