namespace Baton.C1Z;

/// <summary>Collects violations; equal ones are counted together.</summary>
sealed class ViolationBook
{
    readonly Dictionary<(string Id, string Text), InvariantViolation> _violations = [];

    /// <summary>The violation with this text.</summary>
    public InvariantViolation Of(string id, string text, bool isHard = false)
    {
        if (!_violations.TryGetValue((id, text), out var violation))
            _violations.Add((id, text), violation = new(id, isHard, text));
        return violation;
    }

    public IReadOnlyList<InvariantViolation> ToList() =>
        [.. _violations.Values.OrderByDescending(static v => v.IsHard).ThenBy(static v => v.Id, StringComparer.Ordinal).ThenBy(static v => v.Text, Utf8Order.Instance)];
}
