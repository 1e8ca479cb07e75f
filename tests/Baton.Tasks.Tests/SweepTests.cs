using Baton.Service;
using Microsoft.Extensions.Logging.Abstractions;

namespace Baton.Tasks.Tests;

/// <summary>What killed runs left in the temp directory.</summary>
public sealed class SweepTests
{
    [Fact]
    public void Old_files_of_killed_runs_go_and_all_others_stay()
    {
        var folder = Directory.CreateTempSubdirectory("baton-sweep-").FullName;
        try
        {
            string[] files = [UploadFolder.NewFile(folder), UploadFolder.NewFile(folder), Path.Combine(folder, "report.c1z")];
            foreach (var file in files)
                File.WriteAllText(file, "");
            File.SetLastWriteTimeUtc(files[0], DateTime.UnixEpoch);
            File.SetLastWriteTimeUtc(files[2], DateTime.UnixEpoch);
            UploadFolder.Sweep(folder, TimeProvider.System, NullLogger.Instance);
            Assert.Equal([false, true, true], files.Select(File.Exists));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
