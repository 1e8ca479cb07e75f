using System.IO.Enumeration;
using System.Net;
using BatonUnix.Files;

namespace BatonUnix.Sudo;

/// <summary>Tells whether a list of hosts means this host.</summary>
static class HostMatcher
{
    /// <summary>The answer of the last item that matches; null when that depends on addresses or netgroups, which the files do not tell.</summary>
    public static bool? Applies(IReadOnlyList<ListItem> hosts, HostIdentity host)
    {
        foreach (var item in hosts.Reverse())
        {
            if (Matches(item.Name, host) is not { } matches)
                return null;
            if (matches)
                return !item.Negated;
        }
        return false;
    }

    static bool? Matches(string pattern, HostIdentity host)
    {
        if (pattern == "ALL")
            return true;
        if (pattern[0] == '+' || pattern.Contains('[', StringComparison.Ordinal) || IPAddress.TryParse(pattern.Split('/')[0], out _))
            return null;
        var name = pattern.Contains('.', StringComparison.Ordinal) ? host.Name : host.ShortName;
        return FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: true);
    }
}
