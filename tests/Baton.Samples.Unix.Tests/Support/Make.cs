using BatonUnix.Accounts;
using BatonUnix.Files;

namespace Baton.Samples.Unix.Tests.Support;

/// <summary>Short ways to the things that tests need.</summary>
static class Make
{
    /// <summary>A file that was read.</summary>
    public static TextFile Text(string path, string text) => new(path, path, FileState.Read, TextFile.Decode(System.Text.Encoding.UTF8.GetBytes(text)));

    /// <summary>Accounts with the uids 1000, 1001… and their own gids.</summary>
    public static AccountTable Accounts(params string[] names)
    {
        using var root = new TempRoot();
        root.File("/etc/passwd", string.Concat(names.Select((n, i) => $"{n}:*:{(n == "root" ? 0 : 1000 + i)}:{(n == "root" ? 0 : 1000 + i)}::/home/{n}:/bin/sh\n")));
        return AccountTable.Read(root.Files(new CollectedWarnings()), new DateOnly(2026, 1, 1));
    }

    /// <summary>Groups from lines of <c>/etc/group</c>.</summary>
    public static GroupTable Groups(AccountTable accounts, params string[] lines)
    {
        using var root = new TempRoot();
        root.File("/etc/group", string.Join('\n', lines));
        return GroupTable.Read(root.Files(new CollectedWarnings()), accounts);
    }
}
