using System.Text;
using Baton.Cli;
using Baton.Sync;

namespace Baton.Progress;

/// <summary>The end of a sync on one screen: what was found, what is missing, and where the file is.</summary>
static class SummaryText
{
    static readonly string[] Header = ["resource type", "resources", "entitlements", "grants"];

    const int MaxTypes = 30;
    const int MaxWarnings = 25;
    const int MaxWarningColumns = 400;

    public static string Of(SyncSummary summary, TerminalStyle style)
    {
        var text = new StringBuilder("\n");
        text.Append(style.Strong($"Sync complete in {Format.Duration(summary.Duration)}")).Append("\n\n");
        AppendCounts(text, summary, style);
        AppendRemarks(text, summary);
        AppendWarnings(text, summary.Warnings, style);
        text.Append('\n').Append(TerminalText.Line(summary.File)).Append(" (").Append(Format.Bytes(summary.FileBytes)).Append(")\n");
        return text.ToString();
    }

    static void AppendCounts(StringBuilder text, SyncSummary summary, TerminalStyle style)
    {
        var rows = new List<string[]> { Header };
        rows.AddRange(summary.ResourceTypes.Take(MaxTypes).Select(static t => Row(TerminalText.Fit(t.Id, 40), t.Stored)));
        if (summary.ResourceTypes.Count > MaxTypes)
            rows.Add([$"… and {Format.Number(summary.ResourceTypes.Count - MaxTypes)} more types", "", "", ""]);
        rows.Add(Row("total", summary.Total));
        var widths = Enumerable.Range(0, 4).Select(c => rows.Max(r => TerminalText.Columns(r[c]))).ToArray();
        for (var i = 0; i < rows.Count; i++)
        {
            var cells = rows[i].Select((cell, c) => Pad(cell, widths[c], isLeft: c == 0));
            var line = "  " + string.Join("   ", cells).TrimEnd();
            text.Append(i == 0 || i == rows.Count - 1 ? style.Strong(line) : line).Append('\n');
        }
    }

    static void AppendRemarks(StringBuilder text, SyncSummary summary)
    {
        var remarks = new List<string>();
        if (summary.ResourcesSkipped > 0)
            remarks.Add($"{Format.Number(summary.ResourcesSkipped)} resources without a valid id were left out.");
        if (summary.GrantsDropped > 0)
            remarks.Add($"{Format.Number(summary.GrantsDropped)} grants to principals or of resources outside this sync were left out.");
        if (summary.NeedsExpansion)
            remarks.Add("Some grants stand for the members of a group; they are stored as they are, for a reader that makes the members' grants.");
        if (summary.ExpandedGrants > 0)
            remarks.Add($"{Format.Number(summary.ExpandedGrants)} expanded grants: members of a group hold what the group holds.");
        if (remarks.Count > 0)
            text.Append('\n').Append(string.Concat(remarks.Select(static r => $"  {r}\n")));
    }

    static void AppendWarnings(StringBuilder text, IReadOnlyList<SyncWarning> warnings, TerminalStyle style)
    {
        if (warnings.Count == 0)
            return;
        text.Append('\n').Append(style.Warning($"{Format.Number(warnings.Count)} {(warnings.Count == 1 ? "warning" : "warnings")}:")).Append('\n');
        foreach (var warning in warnings.Take(MaxWarnings))
            text.Append("  - ").Append(TerminalText.Fit(warning.ToString(), MaxWarningColumns)).Append('\n');
        if (warnings.Count > MaxWarnings)
            text.Append("  … and ").Append(Format.Number(warnings.Count - MaxWarnings)).Append(" more, which are in the log\n");
    }

    static string[] Row(string name, SyncCounts counts) =>
        [name, Format.Number(counts.Resources), Format.Number(counts.Entitlements), Format.Number(counts.Grants)];

    static string Pad(string cell, int width, bool isLeft)
    {
        var space = new string(' ', Math.Max(0, width - TerminalText.Columns(cell)));
        return isLeft ? cell + space : space + cell;
    }
}
