using System.Text;
using Baton.Cli;

namespace Baton.C1ZTool;

/// <summary>
/// Streams a table. The first rows decide how wide the columns are; on a terminal they are made to fit, elsewhere nothing is cut off. What the file
/// holds cannot drive the terminal: control characters and direction marks become visible.
/// </summary>
static class TableOutput
{
    const int Sample = 500;
    const string Separator = " | ";

    public static async Task WriteAsync<T>(ToolHost host, Listing<T> listing, IAsyncEnumerable<T> rows, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(host.Output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 32 << 10, leaveOpen: true);
        var sample = new List<string[]>();
        int[]? widths = null;
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            string[] cells = [.. listing.Cells(row).Select(TerminalText.Line)];
            if (widths is not null)
            {
                await writer.WriteLineAsync(Line(cells, widths, host.OutputWidth is not null));
                continue;
            }
            sample.Add(cells);
            if (sample.Count == Sample)
                widths = await HeadAsync(writer, host, listing.Columns, sample);
        }
        if (widths is null)
            await HeadAsync(writer, host, listing.Columns, sample);
        await writer.WriteLineAsync();
    }

    /// <summary>A small table whose rows are all there.</summary>
    public static Task WriteAsync(ToolHost host, string[] columns, IEnumerable<string[]> rows, CancellationToken cancellationToken) =>
        WriteAsync(host, new Listing<string[]>("", columns, static row => row, static (_, _) => { }), rows.ToAsyncEnumerable(), cancellationToken);

    static async Task<int[]> HeadAsync(StreamWriter writer, ToolHost host, string[] columns, List<string[]> sample)
    {
        int[] widths = [.. columns.Select((column, i) => sample.Select(row => TerminalText.Columns(row[i])).Append(TerminalText.Columns(column)).Max())];
        if (host.OutputWidth is { } width)
            Shrink(widths, width - (Separator.Length * (widths.Length - 1)));
        var head = Line(columns, widths, host.OutputWidth is not null);
        await writer.WriteLineAsync(host.HasColor ? $"\x1b[1m{head}\x1b[0m" : head);
        foreach (var row in sample)
            await writer.WriteLineAsync(Line(row, widths, host.OutputWidth is not null));
        sample.Clear();
        return widths;
    }

    // The widest column gives first; none becomes useless.
    static void Shrink(int[] widths, int room)
    {
        const int Least = 4;
        while (widths.Sum() > room && widths.Max() > Least)
        {
            var widest = Array.IndexOf(widths, widths.Max());
            var next = widths.Where((_, i) => i != widest).DefaultIfEmpty(Least).Max();
            widths[widest] -= Math.Max(1, Math.Min(widths.Sum() - room, widths[widest] - Math.Max(next, Least)));
        }
    }

    static string Line(string[] cells, int[] widths, bool isCut)
    {
        var line = new StringBuilder();
        for (var i = 0; i < cells.Length; i++)
        {
            var cell = isCut ? TerminalText.Fit(cells[i], widths[i]) : cells[i];
            line.Append(i == 0 ? "" : Separator).Append(cell).Append(' ', Math.Max(0, widths[i] - TerminalText.Columns(cell)));
        }
        return line.ToString().TrimEnd(' ');
    }
}
