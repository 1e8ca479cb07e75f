using System.Diagnostics;

namespace Baton.Samples.Postgresql.Tests.Support;

/// <summary>The programs of a PostgreSQL server, wherever they are installed.</summary>
static class PostgresqlPrograms
{
    const string Nobody = "65534";

    static readonly Lazy<string> Directory = new(Find);

    /// <summary>
    /// What to start. PostgreSQL refuses to run as root: then the program runs as nobody. Whatever happens to the tests, it does not outlive them
    /// by more than some minutes.
    /// </summary>
    public static ProcessStartInfo Start(string program, params string[] arguments)
    {
        string[] limit = ["--signal=INT", "--kill-after=10", "600"];
        string[] user = Environment.IsPrivilegedProcess ? ["setpriv", $"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups", "--"] : [];
        var start = new ProcessStartInfo("timeout", [.. limit, .. user, Path.Combine(Directory.Value, program), .. arguments])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = "/",
        };
        start.Environment["LC_ALL"] = "C";
        return start;
    }

    /// <summary>Gives a folder to whom the programs run as.</summary>
    public static void Own(string folder)
    {
        if (!Environment.IsPrivilegedProcess)
            return;
        using var process = Process.Start("chown", ["-R", $"{Nobody}:{Nobody}", folder]);
        process.WaitForExit();
    }

    static string Find()
    {
        var versions = System.IO.Directory.Exists("/usr/lib/postgresql") ? System.IO.Directory.GetDirectories("/usr/lib/postgresql") : [];
        var folders = versions.Select(static v => Path.Combine(v, "bin")).OrderDescending(StringComparer.Ordinal)
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries));
        return folders.FirstOrDefault(static folder => File.Exists(Path.Combine(folder, "postgres")) && File.Exists(Path.Combine(folder, "initdb")))
            ?? throw new InvalidOperationException("There is no PostgreSQL server on this machine. As root, type: apt-get install -y --no-install-recommends postgresql");
    }
}
