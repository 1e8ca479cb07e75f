namespace Baton.Protocol.Validation;

/// <summary>A message breaks the rules of the protocol. Its text never contains a field's value.</summary>
public sealed class RuleViolationException : Exception
{
    const int Shown = 5;

    internal RuleViolationException(string messageName, IReadOnlyList<RuleViolation> violations)
        : base(Describe(messageName, violations))
    {
        MessageName = messageName;
        Violations = violations;
    }

    /// <summary>The full name of the message's type.</summary>
    public string MessageName { get; }

    /// <summary>All violations, in the order of the fields.</summary>
    public IReadOnlyList<RuleViolation> Violations { get; }

    static string Describe(string messageName, IReadOnlyList<RuleViolation> violations)
    {
        var shown = string.Join("; ", violations.Take(Shown));
        var more = violations.Count > Shown ? $"; and {violations.Count - Shown} more" : "";
        return $"{messageName} breaks the rules of the protocol: {shown}{more}";
    }
}
