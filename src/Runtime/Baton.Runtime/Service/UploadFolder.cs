using System.Security.Cryptography;
using Baton.Logging;
using Microsoft.Extensions.Logging;

namespace Baton.Service;

/// <summary>The files between sync and upload.</summary>
static class UploadFolder
{
    const string Prefix = "baton-sdk-sync-upload";

    /// <summary>Another process may still be working on younger ones.</summary>
    static readonly TimeSpan Abandoned = TimeSpan.FromDays(2);

    public static string NewFile(string directory) => Path.Combine(directory, $"{Prefix}{RandomNumberGenerator.GetHexString(16, lowercase: true)}");

    /// <summary>Deletes what killed processes left behind.</summary>
    public static void Sweep(string directory, TimeProvider time, ILogger logger)
    {
        foreach (var file in Directory.EnumerateFiles(directory, Prefix + "*"))
        {
            try
            {
                if (time.GetUtcNow() - File.GetLastWriteTimeUtc(file) < Abandoned)
                    continue;
                File.Delete(file);
                logger.Write(LogLevel.Information, "deleted a file that another run left behind", ("file", file));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                logger.Write(LogLevel.Debug, "a file that another run left behind cannot be deleted", ("file", file), ("error", e.Message));
            }
        }
    }
}
