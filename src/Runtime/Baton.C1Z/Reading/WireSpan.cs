namespace Baton.C1Z;

/// <summary>Walks over bytes in the protobuf wire format.</summary>
ref struct WireSpan(ReadOnlySpan<byte> bytes)
{
    ReadOnlySpan<byte> _rest = bytes;

    public readonly bool IsAtEnd => _rest.IsEmpty;

    public readonly int Remaining => _rest.Length;

    public ulong Varint()
    {
        ulong value = 0;
        for (var i = 0; i < _rest.Length && i < 10; i++)
        {
            value |= (ulong)(_rest[i] & 0x7F) << (7 * i);
            if (_rest[i] < 0x80)
            {
                _rest = _rest[(i + 1)..];
                return value;
            }
        }
        throw new InvalidDataException("a number does not end");
    }

    public ReadOnlySpan<byte> Take(ulong count)
    {
        if (count > (ulong)_rest.Length)
            throw new InvalidDataException("a value is longer than the message");
        var value = _rest[..(int)count];
        _rest = _rest[(int)count..];
        return value;
    }
}
