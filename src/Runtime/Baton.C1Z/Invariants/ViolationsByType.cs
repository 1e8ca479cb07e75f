using System.Text;

namespace Baton.C1Z;

/// <summary>Finds the violation for a resource type again without making anything, as long as the type is that of the case before.</summary>
sealed class ViolationsByType(Func<string, InvariantViolation> violation)
{
    byte[] _type = [];
    InvariantViolation? _last;

    public InvariantViolation Of(ReadOnlySpan<byte> type)
    {
        if (_last is null || !type.SequenceEqual(_type))
            (_type, _last) = (type.ToArray(), violation(Encoding.UTF8.GetString(type)));
        return _last;
    }
}
