using Microsoft.Win32.SafeHandles;

namespace Baton.C1ZTool;

/// <summary>Standard output. What the platform opens for it swallows that a pipe was closed, and the program would go on to the last row for nobody.</summary>
static class StandardOutput
{
    public static Stream Open()
    {
        if (!Console.IsOutputRedirected || OperatingSystem.IsWindows())
            return Console.OpenStandardOutput();
        try
        {
            var stream = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
            // In a file, this stream would keep a position of its own, and programs that share the output would overwrite each other's.
            return stream.CanSeek ? Console.OpenStandardOutput() : stream;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Console.OpenStandardOutput(); // closed from the beginning
        }
    }
}
