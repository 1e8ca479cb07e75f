using System.Net;
using System.Net.Mail;
using System.Net.Sockets;

namespace Baton.Config;

/// <summary>Texts of a form that many programs know.</summary>
static class WellKnownTexts
{
    const int MaxHostname = 253;
    const int MaxLabel = 63;

    /// <summary>How the form is called in errors; null for any text.</summary>
    public static string? Name(WellKnown form) => form switch
    {
        WellKnown.Email => "email address",
        WellKnown.Hostname => "hostname",
        WellKnown.Ip => "IP address",
        WellKnown.Ipv4 => "IPv4 address",
        WellKnown.Ipv6 => "IPv6 address",
        WellKnown.Uri => "URL",
        WellKnown.Uuid => "UUID",
        _ => null,
    };

    public static bool IsMatch(WellKnown form, string text) => form switch
    {
        WellKnown.Email => MailAddress.TryCreate(text, out _),
        WellKnown.Hostname => IsAddress(text) || IsHostname(text),
        WellKnown.Ip => IsAddress(text),
        WellKnown.Ipv4 => IsAddress(text, AddressFamily.InterNetwork),
        WellKnown.Ipv6 => IsAddress(text, AddressFamily.InterNetworkV6),
        WellKnown.Uri => text.StartsWith('/') || Uri.TryCreate(text, UriKind.Absolute, out _),
        WellKnown.Uuid => IsUuid(text),
        _ => true,
    };

    static bool IsAddress(string text, AddressFamily? family = null) => IPAddress.TryParse(text, out var address) &&
        (family is null || address.AddressFamily == family) && (address.AddressFamily != AddressFamily.InterNetwork || text.Count('.') == 3);

    static bool IsHostname(string text)
    {
        var name = text.EndsWith('.') ? text[..^1] : text;
        return name.Length is > 0 and <= MaxHostname && name.Split('.').All(static label => label.Length is > 0 and <= MaxLabel &&
            label[0] != '-' && label[^1] != '-' && label.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'));
    }

    // Also in braces, as a URN, and without hyphens.
    static bool IsUuid(string text)
    {
        var plain = text.StartsWith("urn:uuid:", StringComparison.OrdinalIgnoreCase) ? text["urn:uuid:".Length..] : text;
        return Guid.TryParseExact(plain, "D", out _) || (plain.Length == text.Length && (Guid.TryParseExact(plain, "B", out _) || Guid.TryParseExact(plain, "N", out _)));
    }
}
