namespace Baton.C1Z;

/// <summary>Limits and places for reading and writing c1z files.</summary>
public sealed record C1ZOptions
{
    /// <summary>An existing directory for the private working folder; null for the system's.</summary>
    public string? TempDirectory { get; init; }

    /// <summary>Where time comes from; the file holds local wall clock times.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>How many finished full syncs a file keeps; null for two.</summary>
    public int? KeepSyncCount { get; init; }

    /// <summary>Keeps all syncs, however many there are.</summary>
    public bool SkipCleanup { get; init; }

    /// <summary>
    /// Lets whoever opens the same file next for writing go on where a process that was killed was, with all rows that it stored. For that
    /// the working folder has a name that depends on the path of the file. Without it, the work of a killed process is lost.
    /// </summary>
    public bool Recoverable { get; init; }

    /// <summary>The largest database that is unpacked. 10 GiB unless set.</summary>
    public long MaxDecodedBytes { get; init; } = 10L << 30;

    /// <summary>The largest zstd window that is decoded. 128 MiB unless set; never more than 512 MiB.</summary>
    public long MaxWindowBytes { get; init; } = 128L << 20;

    /// <summary>Refuses a file that declares more than <see cref="MaxDecodedBytes"/> before unpacking any of it.</summary>
    public bool CheckDeclaredSize { get; init; } = true;

    /// <summary>Told from time to time how far the unpacking of a file is; null for nobody.</summary>
    public IProgress<UnpackProgress>? Progress { get; init; }

    /// <summary>Applies the <c>BATON_*</c> environment variables to options that the program set.</summary>
    /// <param name="programmatic">What the program set; its temp directory and keep count win, the decoder limits of the environment win.</param>
    /// <param name="variable">Looks a variable up; null for the process environment.</param>
    /// <exception cref="C1ZException">A decoder limit is zero.</exception>
    public static C1ZOptions FromEnvironment(C1ZOptions? programmatic = null, Func<string, string?>? variable = null) =>
        new C1ZEnvironment(variable ?? Environment.GetEnvironmentVariable).Apply(programmatic ?? new C1ZOptions());
}
