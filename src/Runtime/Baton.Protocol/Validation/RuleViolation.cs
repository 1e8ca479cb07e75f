namespace Baton.Protocol.Validation;

/// <summary>A field that breaks a rule. It never contains the field's value, so it may be logged.</summary>
/// <param name="Path">Where: field names joined by dots, list positions in brackets, map entries by position.</param>
/// <param name="Rule">The rule as the contract writes it, such as <c>string.max_bytes=1024</c>.</param>
/// <param name="Message">What is wrong, for people.</param>
public readonly record struct RuleViolation(string Path, string Rule, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Path}: {Message}";
}
