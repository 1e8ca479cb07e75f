namespace Baton.Protocol.Tests.Contract;

/// <summary>The contract as a table: <c>wire.tsv</c>.</summary>
public static class WireTable
{
    static readonly Lazy<IReadOnlyList<string[]>> Lines = new(Read);

    /// <summary>What the .proto files have to say.</summary>
    public static IEnumerable<WireRow> Rows =>
        Lines.Value
            .Where(line => line[1] != "oneof-required")
            .Select(line => new WireRow(line[0], line[1], line[2], line[3], line[4], line[5], line[6], line[7]));

    /// <summary>What the rule table has to say: message, field or oneof, rules.</summary>
    public static IEnumerable<(string Message, string Name, string Rules)> Rules =>
        Lines.Value
            .Select(line => (line[2], line[4], Rules: line[1] == "oneof-required" ? "oneof.required=true" : line[8]))
            .Where(line => line.Rules.Length > 0);

    static List<string[]> Read()
    {
        using var stream = typeof(WireTable).Assembly.GetManifestResourceStream("wire.tsv")!;
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        var lines = new List<string[]>();
        while (reader.ReadLine() is { } line)
        {
            // Editors may have cut the empty columns at the end.
            var columns = line.Split('\t').Select(column => column.Trim()).ToArray();
            Array.Resize(ref columns, 9);
            lines.Add([.. columns.Select(column => column ?? "")]);
        }

        return lines;
    }
}
