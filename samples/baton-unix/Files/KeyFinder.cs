using System.Globalization;
using BatonUnix.Accounts;

namespace BatonUnix.Files;

/// <summary>Finds the SSH keys that open an account.</summary>
sealed class KeyFinder(HostFiles files, TimeZoneInfo local)
{
    readonly AuthorizedKeysFile _reader = new(local, files.Warnings);
    readonly IReadOnlyList<string> _places = SshdConfig.KeyFiles(files);

    /// <summary>The keys of an account, each once: of equal lines the first one counts.</summary>
    public IEnumerable<AuthorizedKey> KeysOf(Account account)
    {
        if (account.Home.Length > 0 && IsMisspelt(account.Home))
            files.Warnings.Add($"The home directory of \"{account.Name}\" in /etc/passwd is not UTF-8 and cannot be opened: its SSH keys are missing in the result.");
        return _places
            .Select(place => PathOf(place, account))
            .Where(static path => path.StartsWith('/'))
            .Select(path => files.Read(path, $"SSH keys of \"{account.Name}\" are missing in the result"))
            .SelectMany(file => _reader.Parse(account.Name, file))
            .DistinctBy(static key => key.Id, StringComparer.Ordinal);
    }

    static string PathOf(string place, Account account)
    {
        var path = string.Join('%', place.Split("%%").Select(part => part
            .Replace("%h", account.Home, StringComparison.Ordinal)
            .Replace("%u", account.Name, StringComparison.Ordinal)
            .Replace("%U", account.Uid.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)));
        return path.StartsWith('/') || account.Home.Length == 0 ? path : $"{account.Home.TrimEnd('/')}/{path}";
    }

    // What was read as Latin-1 is written as UTF-8, which names another directory.
    bool IsMisspelt(string home) => home.Any(static c => c is >= '\u0080' and <= '\u00ff') && !files.IsDirectory(home);
}
