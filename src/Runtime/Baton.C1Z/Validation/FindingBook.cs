namespace Baton.C1Z;

/// <summary>Collects findings; equal ones are counted together.</summary>
sealed class FindingBook
{
    // A hostile file may break a rule in as many ways as it has rows.
    const int MaxFindings = 1000;

    readonly Dictionary<(string Rule, string Text), Finding> _findings = [];

    public void Error(string rule, string text, string? place = null) => Add(rule, FindingSeverity.Error, text, place);

    public void Warning(string rule, string text, string? place = null) => Add(rule, FindingSeverity.Warning, text, place);

    /// <summary>Rows of a sync that contradict each other.</summary>
    public void Add(InvariantViolation violation, string syncId)
    {
        var severity = violation.IsHard ? FindingSeverity.Error : FindingSeverity.Warning;
        foreach (var example in violation.Examples)
            Add(violation.Id, severity, violation.Text, $"sync {syncId}: {example}");
        if (violation.Count > violation.Examples.Count)
            Add(violation.Id, severity, violation.Text, null, violation.Count - violation.Examples.Count);
    }

    /// <summary>A finding at a row.</summary>
    public static string Row(string table, long row, string? id) => id is null ? $"{table} row {row}" : $"{table} row {row}: {id}";

    public IReadOnlyList<Finding> ToList() =>
        [.. _findings.Values.OrderByDescending(static f => f.Severity).ThenBy(static f => f.Rule, StringComparer.Ordinal).ThenBy(static f => f.Text, Utf8Order.Instance)];

    void Add(string rule, FindingSeverity severity, string text, string? place, long count = 1)
    {
        if (!_findings.TryGetValue((rule, text), out var finding))
        {
            if (_findings.Count >= MaxFindings)
                return;
            _findings.Add((rule, text), finding = new(rule, severity, text));
        }
        finding.Add(place, count);
    }
}
