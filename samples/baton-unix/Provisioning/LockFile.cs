using System.Diagnostics;
using System.Globalization;
using System.Text;
using Baton;

namespace BatonUnix.Provisioning;

/// <summary>
/// A lock as the shadow tools use it: a file that only one process can create, with its process id inside. One that was left behind by a
/// process that is gone does not count.
/// </summary>
sealed class LockFile : IDisposable
{
    // EEXIST on every Unix.
    const int FileExists = 17;

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(15), Pause = TimeSpan.FromMilliseconds(50);

    readonly string _path;

    LockFile(string path) => _path = path;

    /// <summary>Takes the lock, and waits for it for some seconds.</summary>
    /// <exception cref="ConnectorException"><see cref="ErrorCode.Unavailable"/>: somebody else keeps it.</exception>
    public static async Task<LockFile> TakeAsync(string path, TimeProvider time, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        while (!TryCreate(path))
        {
            if (IsStale(path))
            {
                File.Delete(path);
                continue;
            }
            if (time.GetElapsedTime(start) > Patience)
                throw new ConnectorException(ErrorCode.Unavailable, $"{path}: another program is changing the file; when none is, remove the lock.");
            await Task.Delay(Pause, time, cancellationToken);
        }
        return new(path);
    }

    /// <summary>Gives the lock back.</summary>
    public void Dispose() => File.Delete(_path);

    static bool TryCreate(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            file.Write(Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture) + "\0"));
            return true;
        }
        catch (IOException failure) when (failure.HResult == FileExists)
        {
            return false;
        }
    }

    static bool IsStale(string path)
    {
        try
        {
            // Without a number somebody is just about to write it.
            if (!int.TryParse(File.ReadAllText(path).TrimEnd('\0', '\n'), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
                return false;
            using var owner = Process.GetProcessById(id);
            return false;
        }
        catch (ArgumentException)
        {
            return true;
        }
        catch (FileNotFoundException)
        {
            return true;
        }
    }
}
