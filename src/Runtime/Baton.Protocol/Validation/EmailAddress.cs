using System.Text;

namespace Baton.Protocol.Validation;

/// <summary>
/// The e-mail rule: an address of RFC 5322, alone or as <c>name &lt;address&gt;</c>, whose host is a plain host name.
/// Comments and groups, which the RFC also has, are not accepted.
/// </summary>
static class EmailAddress
{
    const int MaxBytes = 254;
    const int MaxLocalBytes = 64;

    public static bool IsValid(string text)
    {
        var address = AddressIn(text.Trim(' ', '\t'));
        var at = address.IndexOf('@', StringComparison.Ordinal);
        return at >= 0
            && Encoding.UTF8.GetByteCount(address) <= MaxBytes
            && IsLocalPart(address[..at])
            && HostName.IsValid(address[(at + 1)..].TrimStart(' ', '\t'));
    }

    static string AddressIn(string text)
    {
        if (!text.EndsWith('>'))
            return text;
        var open = text.LastIndexOf('<');
        return open >= 0 && IsDisplayName(text[..open]) ? text[(open + 1)..^1].TrimStart(' ', '\t') : "";
    }

    static bool IsLocalPart(string text)
    {
        if (text.StartsWith('"'))
            return text.Length > 2 && IsQuoted(text) && Encoding.UTF8.GetByteCount(text) - 2 <= MaxLocalBytes;
        return Encoding.UTF8.GetByteCount(text) <= MaxLocalBytes && text.Split('.').All(IsAtom);
    }

    static bool IsDisplayName(string text) =>
        IsQuoted(text.Trim(' ', '\t'))
        || text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries).All(word => IsAtom(word.Replace(".", "", StringComparison.Ordinal)));

    static bool IsQuoted(string text)
    {
        if (text.Length < 2 || text[0] != '"' || text[^1] != '"')
            return false;
        for (var i = 1; i < text.Length - 1; i++)
        {
            var escaped = text[i] == '\\';
            if (escaped)
                i++;
            var inside = i < text.Length - 1;
            if (!inside || text[i] is (< ' ' or '\x7f') and not '\t' || (!escaped && text[i] == '"'))
                return false;
        }

        return true;
    }

    static bool IsAtom(string text) => text.Length > 0 && text.All(IsAtomCharacter);

    static bool IsAtomCharacter(char c) => c is > ' ' and not '\x7f' && !"()<>[]:;@\\,\".".Contains(c, StringComparison.Ordinal);
}
