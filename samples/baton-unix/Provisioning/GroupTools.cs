using System.Diagnostics;
using Baton;

namespace BatonUnix.Provisioning;

/// <summary>Changes the running system through its own tools.</summary>
sealed class GroupTools : IGroupEditor
{
    const int MaxMessage = 2000;

    /// <inheritdoc/>
    public async Task<bool> AddAsync(string group, string user, CancellationToken cancellationToken)
    {
        await RunAsync(GroupCommand.Add(group, user, File.Exists), cancellationToken);
        return true;
    }

    /// <inheritdoc/>
    public async Task<bool> RemoveAsync(string group, string user, CancellationToken cancellationToken)
    {
        await RunAsync(GroupCommand.Remove(group, user, File.Exists), cancellationToken);
        return true;
    }

    static async Task RunAsync(GroupCommand command, CancellationToken cancellationToken)
    {
        if (!Environment.IsPrivilegedProcess)
            throw new ConnectorException(ErrorCode.PermissionDenied, $"{command.Program} needs root: run the connector as root to change groups.");
        var start = new ProcessStartInfo(command.Program, command.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["LC_ALL"] = "C" },
        };
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        string message;
        try
        {
            var output = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, cancellationToken);
            message = await FirstAsync(process.StandardError, cancellationToken);
            await output;
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
        if (process.ExitCode != 0)
        {
            throw new ConnectorException(ErrorCode.Unknown,
                $"{command.Program} {string.Join(' ', command.Arguments)} failed with exit code {process.ExitCode}: {message.Trim()}");
        }
    }

    // The tools say one line; all is read, so that they never wait for a reader, and the beginning is kept.
    static async Task<string> FirstAsync(StreamReader reader, CancellationToken cancellationToken)
    {
        var kept = new char[MaxMessage];
        var length = await reader.ReadBlockAsync(kept, cancellationToken);
        await reader.BaseStream.CopyToAsync(Stream.Null, cancellationToken);
        return new(kept, 0, length);
    }
}
