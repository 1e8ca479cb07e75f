using System.Globalization;

namespace Baton.C1Z;

/// <summary>The environment variables that every Baton program honours for its files.</summary>
sealed class C1ZEnvironment(Func<string, string?> variable)
{
    const ulong MiB = 1 << 20;

    public C1ZOptions Apply(C1ZOptions options) => options with
    {
        TempDirectory = Text(options.TempDirectory) ?? Text(variable("BATON_TMPDIR")),
        KeepSyncCount = options.KeepSyncCount > 0 ? options.KeepSyncCount : KeepSyncCount(),
        SkipCleanup = options.SkipCleanup || IsTrue("BATON_SKIP_CLEANUP"),
        MaxDecodedBytes = Limit("BATON_DECODER_MAX_DECODED_SIZE_MB") ?? options.MaxDecodedBytes,
        MaxWindowBytes = Limit("BATON_DECODER_MAX_MEMORY_MB") ?? options.MaxWindowBytes,
        CheckDeclaredSize = options.CheckDeclaredSize && variable("BATON_DISABLE_FCS_FAIL_FAST") != "1",
    };

    static string? Text(string? value) => string.IsNullOrEmpty(value) ? null : value;

    int? KeepSyncCount() =>
        int.TryParse(variable("BATON_KEEP_SYNC_COUNT"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count) && count > 0
            ? count
            : null;

    bool IsTrue(string name) => variable(name) is "1" or "t" or "T" or "true" or "True" or "TRUE";

    // What is not a number is ignored, as by every other Baton program; zero would forbid every file.
    long? Limit(string name)
    {
        if (!ulong.TryParse(variable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var mebibytes))
            return null;
        if (mebibytes == 0)
            throw new C1ZException(C1ZError.Configuration, $"{name} must be at least 1 (MiB); unset it to use the default");
        return (long)(Math.Min(mebibytes, long.MaxValue / MiB) * MiB);
    }
}
