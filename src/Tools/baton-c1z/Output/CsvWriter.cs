using System.Buffers;
using System.Text;

namespace Baton.C1ZTool;

/// <summary>Comma-separated values after RFC 4180, with a line feed as the line end.</summary>
sealed class CsvWriter(Stream stream) : IRowWriter
{
    static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    readonly StreamWriter _writer = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 32 << 10, leaveOpen: true);

    public async ValueTask WriteAsync(IReadOnlyList<string> cells)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            if (i > 0)
                await _writer.WriteAsync(',');
            await _writer.WriteAsync(Quoted(cells[i]));
        }
        await _writer.WriteAsync('\n');
    }

    public ValueTask DisposeAsync() => _writer.DisposeAsync();

    static string Quoted(string cell) => cell.AsSpan().ContainsAny(Special) || (cell.Length > 0 && char.IsWhiteSpace(cell[0])) || cell == @"\."
        ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : cell;
}
