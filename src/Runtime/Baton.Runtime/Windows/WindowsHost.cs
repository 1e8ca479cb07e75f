using System.Diagnostics;
using System.Runtime.Versioning;

namespace Baton.Windows;

/// <summary>What a connector takes from Windows; tests give their own.</summary>
sealed record WindowsHost
{
    /// <summary>The folder for what belongs to all users: <c>C:\ProgramData</c>.</summary>
    public required string ProgramData { get; init; }

    /// <summary>The connector's own file.</summary>
    public required string Program { get; init; }

    /// <summary>Where answers come from.</summary>
    public required TextReader Input { get; init; }

    /// <summary>Runs a tool of the system, and says how it ended and what it printed.</summary>
    public required Func<string, IReadOnlyList<string>, CancellationToken, Task<ToolResult>> RunToolAsync { get; init; }

    /// <summary>Runs something as the service of that name, for the service manager, which may stop it.</summary>
    public required Func<string, Func<CancellationToken, Task<int>>, Task<int>> ServeAsync { get; init; }

    [SupportedOSPlatform("windows")]
    public static WindowsHost OfProcess() => new()
    {
        ProgramData = Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData),
        Program = Environment.ProcessPath ?? throw new InvalidOperationException("Windows does not say which file this program is"),
        Input = Console.In,
        RunToolAsync = RunAsync,
        ServeAsync = ServiceProcess.RunAsync,
    };

    static async Task<ToolResult> RunAsync(string tool, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Path.Combine(Environment.SystemDirectory, tool), arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{tool} did not start");
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
        await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        return new(process.ExitCode, output + await error.ConfigureAwait(false));
    }
}

/// <summary>How a tool ended.</summary>
/// <param name="Code">Its exit code: for tools of Windows, an error number of the system.</param>
/// <param name="Text">What it printed.</param>
sealed record ToolResult(int Code, string Text);
