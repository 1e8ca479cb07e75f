namespace Baton.C1Z.Tests;

/// <summary>The rows of the file that Go wrote, as its dump lists them: table, then rows, then columns.</summary>
static class GoDump
{
    public static string File => Path.Combine(AppContext.BaseDirectory, "Data", "example-go.c1z");

    /// <summary>Rows of one table; blobs are hex under <c>hex_name</c>, NULL is null.</summary>
    public static List<Dictionary<string, string?>> Table(string table)
    {
        var lines = System.IO.File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Data", "example-go.sql.txt"));
        var rows = new List<Dictionary<string, string?>>();
        var row = new Dictionary<string, string?>();
        foreach (var line in lines.SkipWhile(line => line != "## " + table).Skip(1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal)).Append(""))
        {
            var equals = line.IndexOf(" = ", StringComparison.Ordinal);
            if (equals > 0)
            {
                row.Add(line[..equals].Trim(), line[(equals + 3)..] is "NULL" ? null : line[(equals + 3)..]);
            }
            else if (row.Count > 0)
            {
                rows.Add(row);
                row = [];
            }
        }
        return rows;
    }

    /// <summary>The bytes of a blob column.</summary>
    public static byte[] Blob(this Dictionary<string, string?> row, string column) => Convert.FromHexString(row["hex_" + column]!);
}
