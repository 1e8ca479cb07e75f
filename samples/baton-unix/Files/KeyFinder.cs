using BatonUnix.Accounts;

namespace BatonUnix.Files;

/// <summary>Finds the SSH keys that open an account.</summary>
sealed class KeyFinder(HostFiles files, TimeZoneInfo local)
{
    /// <summary>The keys of an account, each once: of equal lines the first one counts.</summary>
    public IEnumerable<AuthorizedKey> KeysOf(Account account)
    {
        if (account.Home.Length == 0)
            return [];
        if (IsMisspelt(account.Home))
            files.Warnings.Add($"The home directory of \"{account.Name}\" in /etc/passwd is not UTF-8 and cannot be opened: its SSH keys are missing in the result.");
        var reader = new AuthorizedKeysFile(local, files.Warnings);
        return AuthorizedKeysFile.Names
            .Select(name => files.Read($"{account.Home.TrimEnd('/')}/{name}", $"SSH keys of \"{account.Name}\" are missing in the result"))
            .SelectMany(file => reader.Parse(account.Name, file))
            .DistinctBy(static key => key.Id, StringComparer.Ordinal);
    }

    // What was read as Latin-1 is written as UTF-8, which names another directory.
    bool IsMisspelt(string home) => home.Any(static c => c is >= '\u0080' and <= '\u00ff') && !files.IsDirectory(home);
}
