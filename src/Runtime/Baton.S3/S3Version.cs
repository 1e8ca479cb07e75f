namespace Baton.S3;

/// <summary>The version of an object: its ETag, without the quotes that stand around it in some answers and not in others.</summary>
static class S3Version
{
    public static string Of(string? etag) => (etag ?? "").Trim('"');

    /// <summary>As conditions want it.</summary>
    public static string? Quoted(string? version) => version is null ? null : $"\"{version}\"";
}
