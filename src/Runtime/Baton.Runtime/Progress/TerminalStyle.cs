namespace Baton.Progress;

/// <summary>What the terminal may be sent: colours, unless <c>NO_COLOR</c> is set; live lines, unless it is a dumb one.</summary>
/// <param name="IsLive">Lines may be drawn anew.</param>
/// <param name="HasColor">Colours may be used.</param>
sealed record TerminalStyle(bool IsLive, bool HasColor)
{
    public static TerminalStyle Of(ConnectorHostOptions options)
    {
        var isLive = options.ErrorIsTerminal && options.Environment("TERM") is not "dumb";
        return new TerminalStyle(isLive, isLive && string.IsNullOrEmpty(options.Environment("NO_COLOR")));
    }

    public string Strong(string text) => Wrap("1", text);

    public string Warning(string text) => Wrap("33", text);

    string Wrap(string code, string text) => HasColor ? $"\x1b[{code}m{text}\x1b[0m" : text;
}
