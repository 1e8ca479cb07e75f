using Baton;
using BatonUnix.Files;

namespace BatonUnix.Accounts;

/// <summary>The accounts of the host.</summary>
sealed class AccountTable
{
    readonly Dictionary<string, Account> _byName;

    AccountTable(IReadOnlyList<Account> accounts)
    {
        All = accounts;
        _byName = accounts.ToDictionary(static a => a.Name, StringComparer.Ordinal);
        Names = accounts.Select(static a => a.Name).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>All accounts, in the order of the file.</summary>
    public IReadOnlyList<Account> All { get; }

    /// <summary>Their names.</summary>
    public IReadOnlySet<string> Names { get; }

    /// <summary>The account of a name.</summary>
    public Account? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>All accounts of a uid: several names may share one.</summary>
    public IReadOnlyList<Account> WithUid(string uid) => AccountLines.TryId(uid, out var id) ? [.. All.Where(a => a.Uid == id)] : [];

    /// <summary>Reads the accounts.</summary>
    /// <exception cref="ConnectorException">There is no readable <c>/etc/passwd</c>: then nothing is known.</exception>
    public static AccountTable Read(HostFiles files, DateOnly today)
    {
        var passwd = files.Read(PasswdFile.Path, "there is nothing to sync without it");
        if (passwd.State != FileState.Read)
        {
            throw new ConnectorException(ErrorCode.FailedPrecondition,
                $"{passwd.ShownPath} {(passwd.State == FileState.Absent ? "does not exist" : "cannot be read")}: " +
                "--root must name the root directory of a Unix system, and this user must be able to read it.");
        }
        var limits = LoginDefs.Parse(files.Read(LoginDefs.Path, "the usual limits tell system accounts from people's"), files.Warnings);
        var shells = LoginShells.Parse(files.Read(LoginShells.Path, "any program but nologin counts as a real shell"));
        var entries = PasswdFile.Parse(passwd, files.Warnings);
        var shadow = Shadow(files, entries);
        return new([.. entries.Select(entry => Account(entry, shadow, limits, shells, today))]);
    }

    static Account Account(
        PasswdEntry entry, IReadOnlyDictionary<string, ShadowEntry>? shadow, LoginDefs limits, LoginShells shells, DateOnly today)
    {
        var known = shadow?.GetValueOrDefault(entry.Name);
        var blocked = entry.Password switch
        {
            PasswordState.Locked => "password locked",
            PasswordState.InShadow when shadow is not null && known is null => "no line in /etc/shadow",
            PasswordState.InShadow => known?.Blocked(today),
            // The password is in passwd; the dates, where there are any, are still in shadow.
            _ => (known is null ? null : known with { Password = entry.Password })?.Blocked(today),
        };
        return new(
            entry.Name, entry.Uid, entry.Gid, entry.Gecos, entry.Home, entry.Shell, limits.IsSystem(entry.Uid), shells.IsReal(entry.Shell),
            blocked, known?.Expires is { } day ? ShadowEntry.Date(day) : null);
    }

    static IReadOnlyDictionary<string, ShadowEntry>? Shadow(HostFiles files, IReadOnlyList<PasswdEntry> entries)
    {
        const string Lost = "locked and expired accounts are not recognised: they appear as enabled, and with \"login\"";
        var file = files.Read(ShadowFile.Path, Lost);
        if (file.State == FileState.Read)
            return ShadowFile.Parse(file, files.Warnings);
        if (file.State == FileState.Absent && entries.Any(static e => e.Password == PasswordState.InShadow))
            files.Warnings.Add($"{file.ShownPath} does not exist, though passwd refers to it: {Lost}.");
        return null;
    }
}
