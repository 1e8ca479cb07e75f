using Microsoft.Extensions.Logging;

namespace Baton.Logging;

/// <summary>A line of the log, before it is formatted.</summary>
readonly record struct LogEntry(
    DateTimeOffset Time, LogLevel Level, string Caller, string Message, IReadOnlyList<KeyValuePair<string, object?>> Fields, string? Error)
{
    /// <summary>Name of the level in the log: those of zap.</summary>
    public string LevelName => Level switch
    {
        LogLevel.Trace or LogLevel.Debug => "debug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        LogLevel.Error => "error",
        _ => "fatal",
    };
}
