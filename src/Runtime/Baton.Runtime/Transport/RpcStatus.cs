using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Baton.Protocol.Rpc;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Baton.Transport;

/// <summary>Reads how a call ended.</summary>
static class RpcStatus
{
    const int MaxMessage = 8 << 10;

    /// <summary>Null when it ended well; when there is no status, the call was cut off.</summary>
    public static RpcException? Read(HttpHeaders headers) => First(headers, "grpc-status") is { } text
        ? Read(text, headers)
        : new RpcException(ErrorCode.Unavailable, "the server ended the call without a status");

    public static bool IsIn(HttpHeaders headers) => headers.Contains("grpc-status");

    /// <summary>What a status of HTTP means when there is none of gRPC: something between here and the server answered.</summary>
    public static RpcException OfHttp(HttpStatusCode status) => new(
        (int)status switch
        {
            400 => ErrorCode.Internal,
            401 => ErrorCode.Unauthenticated,
            403 => ErrorCode.PermissionDenied,
            404 => ErrorCode.Unimplemented,
            429 or 502 or 503 or 504 => ErrorCode.Unavailable,
            _ => ErrorCode.Unknown,
        },
        $"HTTP status {(int)status} ({status}) instead of an answer of gRPC");

    static RpcException? Read(string text, HttpHeaders headers)
    {
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return new(ErrorCode.Unknown, "the server's status is no number");
        if (number == 0)
            return null;
        var code = number is >= (int)ErrorCode.Canceled and <= (int)ErrorCode.Unauthenticated ? (ErrorCode)number : ErrorCode.Unknown;
        var message = PercentDecode(First(headers, "grpc-message") ?? "");
        return new(code, message.Length > MaxMessage ? message[..MaxMessage] : message) { Details = Details(FromBase64(First(headers, "grpc-status-details-bin"))) };
    }

    /// <summary>What is in the bytes of <c>grpc-status-details-bin</c>.</summary>
    public static IReadOnlyList<Any> Details(byte[]? bytes)
    {
        try
        {
            return bytes is null ? [] : Status.Parser.ParseFrom(bytes).Details;
        }
        catch (InvalidProtocolBufferException)
        {
            return []; // the status itself counts
        }
    }

    // With or without padding.
    static byte[]? FromBase64(string? text)
    {
        var digits = text?.TrimEnd('=') ?? "";
        var bytes = new byte[digits.Length];
        return digits.Length > 0 && Convert.TryFromBase64String(digits.PadRight((digits.Length + 3) / 4 * 4, '='), bytes, out var length) ? bytes[..length] : null;
    }

    /// <summary>Escapes of bytes, which together are UTF-8. Anything malformed stays as it is.</summary>
    static string PercentDecode(string text)
    {
        if (!text.Contains('%', StringComparison.Ordinal))
            return text;
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && i + 2 < text.Length && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                bytes.Add(value);
                i += 2;
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(text[i].ToString()));
            }
        }
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    static string? First(HttpHeaders headers, string name) => headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
