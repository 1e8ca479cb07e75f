namespace Baton.C1Z.Envelope;

/// <summary>Failures of the operating system, whatever the platform throws for them.</summary>
static class FileFailure
{
    /// <summary>Whether the exception is one. A file that may not grow any more, by a limit or by its file system, is an argument out of range.</summary>
    public static bool Is(Exception e) => e is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException { ParamName: "value" };
}
