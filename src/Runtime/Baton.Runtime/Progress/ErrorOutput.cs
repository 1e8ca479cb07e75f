using System.Text;

namespace Baton.Progress;

/// <summary>
/// Standard error: whole lines from several threads, and on a terminal a few lines below them that are drawn anew.
/// </summary>
sealed class ErrorOutput(TextWriter writer)
{
    readonly Lock _lock = new();
    IReadOnlyList<string> _live = [];

    /// <summary>Writes a line above the live lines.</summary>
    public void WriteLine(string line) => Write(line + "\n");

    /// <summary>Writes text, which ends with a line end, above the live lines.</summary>
    public void Write(string text)
    {
        lock (_lock)
            Emit(text, _live);
    }

    /// <summary>Replaces the live lines; none removes them.</summary>
    /// <param name="lines">Lines that fit into the width of the terminal.</param>
    public void Draw(IReadOnlyList<string> lines)
    {
        lock (_lock)
            Emit("", lines);
    }

    void Emit(string text, IReadOnlyList<string> live)
    {
        var output = new StringBuilder();
        if (_live.Count > 0)
            output.Append("\x1b[").Append(_live.Count).Append("A\r\x1b[J"); // up to the first live line, and clear from there
        output.Append(text);
        foreach (var line in live)
            output.Append(line).Append('\n');
        _live = live;
        writer.Write(output.ToString());
        writer.Flush();
    }
}
