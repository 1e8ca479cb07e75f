using System.Diagnostics;
using System.Reflection;

namespace Baton.Runtime.Tests.Sync;

/// <summary>
/// Runs syncs as processes of their own, in places that a script makes: <c>sync FILE TEMP SIZE</c> syncs a source of that size.
/// </summary>
static class Shell
{
    const int NoFacility = 99;

    const string Functions = """
        sync() { dotnet "$VICTIM" "$1" "$2" "$3" 1 10000 1000000; }
        need() { "$@" || exit 99; }

        """;

    static readonly string Victim = typeof(Shell).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static a => a.Key == "Victim").Value!;

    /// <summary>Runs a script where it may mount what it likes, and nobody else sees it.</summary>
    internal static Task<(int Code, string Output, string Error)> RunMountingAsync(
        string script, (string Name, string Value)[] variables, CancellationToken stop) => RunAsync(["unshare", "--map-root-user", "--mount", "sh", "-c", Functions + script], variables, stop);

    /// <summary>Runs a script to which permissions apply: those of root are taken away.</summary>
    internal static Task<(int Code, string Output, string Error)> RunOrdinaryAsync(
        string script, (string Name, string Value)[] variables, CancellationToken stop) => RunAsync(
            Environment.IsPrivilegedProcess
                ? ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "sh", "-c", Functions + script]
                : ["sh", "-c", Functions + script],
            variables, stop);

    static async Task<(int Code, string Output, string Error)> RunAsync(string[] command, (string Name, string Value)[] variables, CancellationToken stop)
    {
        Assert.False(OperatingSystem.IsWindows(), "these tests need Linux");
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["VICTIM"] = Victim;
        start.Environment["DOTNET_EnableDiagnostics"] = "0"; // it would need a temp directory of its own
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(stop);
        var output = await process.StandardOutput.ReadToEndAsync(stop);
        await process.WaitForExitAsync(stop);
        var missing = await error;
        Assert.False(
            process.ExitCode == NoFacility || missing.Contains("unshare", StringComparison.Ordinal) || missing.Contains("setpriv", StringComparison.Ordinal),
            $"these tests mount small disks: they need util-linux, and user namespaces (sysctl kernel.unprivileged_userns_clone=1, or a container with " +
            $"--security-opt seccomp=unconfined). {missing}");
        return (process.ExitCode, output, missing);
    }
}
