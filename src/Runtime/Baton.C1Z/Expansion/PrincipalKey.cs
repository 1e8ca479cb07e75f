namespace Baton.C1Z;

/// <summary>Type and id of a principal, in memory of its own that is used again and again.</summary>
sealed class PrincipalKey
{
    byte[] _bytes = new byte[64];
    int _typeLength;
    int _length;

    public ReadOnlySpan<byte> Type => _bytes.AsSpan(0, _typeLength);

    public ReadOnlySpan<byte> Id => _bytes.AsSpan(_typeLength, _length - _typeLength);

    /// <summary>Whether there is nobody.</summary>
    public bool IsEmpty => _length == 0;

    public void Set(ReadOnlySpan<byte> type, ReadOnlySpan<byte> id)
    {
        (_typeLength, _length) = (type.Length, type.Length + id.Length);
        if (_bytes.Length < _length)
            _bytes = new byte[_length * 2];
        type.CopyTo(_bytes);
        id.CopyTo(_bytes.AsSpan(_typeLength));
    }

    public void Set(PrincipalKey other) => Set(other.Type, other.Id);

    /// <summary>The order in which SQLite gives them.</summary>
    public int CompareTo(PrincipalKey other)
    {
        var types = Type.SequenceCompareTo(other.Type);
        return types != 0 ? types : Id.SequenceCompareTo(other.Id);
    }
}
