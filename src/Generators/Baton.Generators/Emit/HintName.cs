using System.Globalization;
using System.Text;
using Baton.Generators.Helpers;

namespace Baton.Generators.Emit;

/// <summary>
/// Names of generated files, made from full metadata names so that no two types share one. The compiler, and many file systems,
/// compare such names without regard to case; names that differ in nothing else get the positions of their capitals added.
/// </summary>
static class HintName
{
    public static string Of(string metadataName, string kind, EquatableArray<string> clashing) =>
        $"{Escape(metadataName)}{(clashing.Items.Contains(metadataName) ? Capitals(metadataName) : "")}.{kind}.g.cs";

    /// <summary>Those of the names that differ from another one in case only.</summary>
    public static EquatableArray<string> Clashing(IEnumerable<string> metadataNames) => EquatableArray.From(metadataNames
        .Distinct(StringComparer.Ordinal)
        .GroupBy(static name => name, StringComparer.OrdinalIgnoreCase)
        .Where(static group => group.Count() > 1)
        .SelectMany(static group => group)
        .OrderBy(static name => name, StringComparer.Ordinal));

    // A dash is in no metadata name, so an escape cannot be mistaken.
    static string Escape(string name)
    {
        var escaped = new StringBuilder();
        foreach (var c in name)
        {
            if (c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '_' or '+' or '`')
                escaped.Append(c);
            else
                escaped.Append('-').Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
        }
        return escaped.ToString();
    }

    static string Capitals(string name)
    {
        var positions = Enumerable.Range(0, name.Length).Where(i => name[i] is >= 'A' and <= 'Z');
        return "(" + string.Join(",", positions.Select(static i => i.ToString(CultureInfo.InvariantCulture))) + ")";
    }
}
