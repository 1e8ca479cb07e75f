namespace Baton.C1Z;

/// <summary>Steps through the fields of a message without parsing what is inside of them.</summary>
ref struct WireFields(ReadOnlySpan<byte> message)
{
    readonly ReadOnlySpan<byte> _message = message;
    int _end;

    public int Number { get; private set; }

    /// <summary>The content of a length-delimited field; empty for others.</summary>
    public ReadOnlySpan<byte> Value { get; private set; }

    /// <summary>The whole field with its tag.</summary>
    public ReadOnlySpan<byte> Raw { get; private set; }

    public bool Next()
    {
        if (_end == _message.Length)
            return false;
        var rest = _message[_end..];
        var reader = new WireSpan(rest);
        var tag = reader.Varint();
        Number = (int)(tag >> 3);
        Value = default;
        switch (tag & 7)
        {
            case 0:
                reader.Varint();
                break;
            case 1:
                reader.Take(8);
                break;
            case 2:
                Value = reader.Take(reader.Varint());
                break;
            case 5:
                reader.Take(4);
                break;
            default:
                throw new InvalidDataException($"field {Number} has an impossible wire type");
        }
        Raw = rest[..^reader.Remaining];
        _end += Raw.Length;
        return true;
    }
}
