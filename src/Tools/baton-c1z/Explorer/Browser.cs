using System.ComponentModel;
using System.Diagnostics;

namespace Baton.C1ZTool.Explorer;

/// <summary>The user's own browser.</summary>
static class Browser
{
    /// <summary>Opens an address.</summary>
    /// <returns>Why not; null when it was opened.</returns>
    public static string? TryOpen(string address)
    {
        try
        {
            using var started = Process.Start(new ProcessStartInfo(address) { UseShellExecute = true });
            return null;
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException or PlatformNotSupportedException)
        {
            return e.Message;
        }
    }
}
