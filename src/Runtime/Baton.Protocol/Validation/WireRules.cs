using Google.Protobuf;

namespace Baton.Protocol.Validation;

/// <summary>
/// The rules every field of the protocol has to follow. The other side checks them and refuses the whole message,
/// so they are worth checking before sending. What an <c>Any</c> holds is not looked at.
/// </summary>
public static class WireRules
{
    /// <summary>All violations in a message and those it contains, in the order of the fields; empty when it is valid.</summary>
    public static IReadOnlyList<RuleViolation> Validate(IMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var violations = new List<RuleViolation>();
        MessageValidator.Validate(message, "", violations);
        return violations;
    }

    /// <summary>Throws when a message is not valid.</summary>
    /// <exception cref="RuleViolationException">The message breaks at least one rule.</exception>
    public static void Ensure(IMessage message)
    {
        var violations = Validate(message);
        if (violations.Count > 0)
            throw new RuleViolationException(message.Descriptor.FullName, violations);
    }
}
