using System.Text;

namespace Baton.Protocol.Validation;

/// <summary>The patterns of the table are RE2's; they mean the same in .NET except for one sign.</summary>
static class Re2Pattern
{
    /// <summary>In RE2 <c>$</c> is the end of the text; in .NET it also matches before a last line feed.</summary>
    public static string ToDotNet(string pattern)
    {
        var result = new StringBuilder(pattern.Length + 1);
        var inClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (c == '\\' && i + 1 < pattern.Length)
            {
                result.Append(c).Append(pattern[++i]);
                continue;
            }

            inClass = c == '[' || (inClass && c != ']');
            result.Append(c == '$' && !inClass ? @"\z" : c.ToString());
        }

        return result.ToString();
    }
}
