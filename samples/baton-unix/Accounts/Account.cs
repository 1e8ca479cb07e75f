namespace BatonUnix.Accounts;

/// <summary>An account with all that the host's files say about it.</summary>
/// <param name="Blocked">Why it cannot be used; null when it can, or when that cannot be known.</param>
/// <param name="HasShell">Whether its shell lets somebody in.</param>
/// <param name="IsSystem">Whether it belongs to the system rather than to a person.</param>
/// <param name="Expires">The day from which it cannot be used, as ISO 8601 text; null when there is none, or when that cannot be known.</param>
sealed record Account(
    string Name, uint Uid, uint Gid, string Gecos, string Home, string Shell, bool IsSystem, bool HasShell, string? Blocked, string? Expires)
{
    /// <summary>Whether somebody can log in with it.</summary>
    public bool CanLogin => HasShell && Blocked is null;

    /// <summary>The name in the first part of the comment field, where <c>&amp;</c> stands for the login name; else the login name.</summary>
    public string FullName
    {
        get
        {
            var name = Gecos.Split(',')[0].Trim().Replace("&", char.ToUpperInvariant(Name[0]) + Name[1..], StringComparison.Ordinal);
            return name.Length > 0 ? name : Name;
        }
    }
}
