using System.Text;

namespace Baton.CompilerServices;

/// <summary>Ids whose parts can be told apart again, in the form of Go's <c>bid</c>.</summary>
static class Bid
{
    /// <summary>The id of an entitlement.</summary>
    internal static string Entitlement(string type, string resourceId, string slug)
    {
        var text = new StringBuilder("bid:e:");
        Append(text, type);
        text.Append('/');
        Append(text, resourceId);
        text.Append(':');
        Append(text, slug);
        return text.ToString();
    }

    static void Append(StringBuilder text, string part)
    {
        foreach (var c in part)
        {
            if (c is '\\' or '/' or ':')
                text.Append('\\');
            text.Append(c);
        }
    }
}
