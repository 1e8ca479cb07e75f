namespace Baton.Protocol.Validation;

/// <summary>A host name of RFC 1034: labels of letters, digits and inner hyphens. International names come encoded.</summary>
static class HostName
{
    const int MaxLength = 253;
    const int MaxLabelLength = 63;

    public static bool IsValid(string text) => text.Length <= MaxLength && text.Split('.').All(IsLabel);

    static bool IsLabel(string label) =>
        label.Length is > 0 and <= MaxLabelLength
        && label[0] != '-'
        && label[^1] != '-'
        && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
