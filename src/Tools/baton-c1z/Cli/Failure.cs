using Baton.C1Z;

namespace Baton.C1ZTool;

/// <summary>Which exceptions tell the user something, and are no fault of the program.</summary>
static class Failure
{
    const int ClosedPipe = 32; // EPIPE, on Linux and macOS

    public static bool IsOne(Exception e) =>
        e is C1ZException or ToolException or IOException or UnauthorizedAccessException or Google.Protobuf.InvalidProtocolBufferException;

    /// <summary>Whether the reader of the output went away, as <c>head</c> does when it has enough.</summary>
    public static bool IsClosedPipe(Exception e) => e is IOException { HResult: ClosedPipe } && !OperatingSystem.IsWindows();
}
