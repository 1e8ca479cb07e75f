using Baton.Config;
using Microsoft.Extensions.Logging;

namespace Baton.Logging;

/// <summary>What to log, how, and where to.</summary>
/// <param name="Level">Lowest level to log.</param>
/// <param name="IsJson">JSON lines, or text for people.</param>
/// <param name="Paths">Files, <c>stdout</c> or <c>stderr</c>; never empty.</param>
/// <param name="Warnings">What is odd about the settings.</param>
sealed record LogSettings(LogLevel Level, bool IsJson, IReadOnlyList<string> Paths, IReadOnlyList<string> Warnings)
{
    public const string StandardError = "stderr";
    public const string StandardOutput = "stdout";

    public static LogSettings From(Settings settings)
    {
        var warnings = new List<string>();
        var level = ParseLevel(settings.Text("log-level"));
        if (level is null)
            warnings.Add($"log level {Cli.Quoted.Of(settings.Text("log-level"))} is not known; logging at info (debug, info, warn and error are known)");
        var format = settings.Text("log-format");
        if (format is not ("json" or "console"))
            warnings.Add($"log format {Cli.Quoted.Of(format)} is not known; logging as json (json and console are known)");
        var paths = settings.List("log-path");
        return new LogSettings(level ?? LogLevel.Information, format != "console", paths.Count == 0 ? [StandardError] : paths, warnings);
    }

    static LogLevel? ParseLevel(string text) => text.ToUpperInvariant() switch
    {
        "DEBUG" => LogLevel.Debug,
        "INFO" or "" => LogLevel.Information,
        "WARN" or "WARNING" => LogLevel.Warning,
        "ERROR" => LogLevel.Error,
        "DPANIC" or "PANIC" or "FATAL" => LogLevel.Critical,
        _ => null,
    };
}
