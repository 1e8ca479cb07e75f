namespace Baton.C1ZTool;

/// <summary>What the program has of the world around it.</summary>
public sealed record ToolHost
{
    const int LeastWidth = 20;
    const int UnknownWidth = 80;

    /// <summary>Standard output: UTF-8.</summary>
    public required Stream Output { get; init; }

    /// <summary>Standard error.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>The width of the terminal to which the output goes; null when it goes elsewhere.</summary>
    public int? OutputWidth { get; init; }

    /// <summary>Whether a progress line may be drawn on standard error.</summary>
    public bool HasLiveError { get; init; }

    /// <summary>Whether text may have colours.</summary>
    public bool HasColor { get; init; }

    /// <summary>Limits and places for reading.</summary>
    public required C1Z.C1ZOptions Options { get; init; }

    /// <summary>Where time comes from.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>That of this process.</summary>
    public static ToolHost OfProcess()
    {
        var isDumb = Environment.GetEnvironmentVariable("TERM") is "dumb";
        return new()
        {
            Output = StandardOutput.Open(),
            Error = Console.Error,
            OutputWidth = Console.IsOutputRedirected ? null : Console.WindowWidth is > 0 and var width ? Math.Max(LeastWidth, width) : UnknownWidth,
            HasLiveError = !Console.IsErrorRedirected && !isDumb,
            HasColor = !Console.IsOutputRedirected && !isDumb && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
            Options = new(),
        };
    }
}
