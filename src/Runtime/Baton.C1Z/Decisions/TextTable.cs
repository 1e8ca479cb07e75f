using System.Text;

namespace Baton.C1Z;

/// <summary>
/// Numbers texts from zero, each once, in little memory: all of them in one array of UTF-8, and a table of numbers to find them. Finding takes
/// no lock once nothing is added any more.
/// </summary>
sealed class TextTable
{
    const int StackLimit = 512;

    byte[] _bytes = new byte[1 << 12];
    int[] _ends = new int[256]; // where each text ends
    (int Hash, int Entry)[] _slots = new (int, int)[512]; // entry: number + 1, or 0; a power of two of them, at most half full

    public int Count { get; private set; }

    public int Add(ReadOnlySpan<char> text)
    {
        var hash = string.GetHashCode(text);
        var number = Find(text, hash);
        if (number >= 0)
            return number;
        var start = Count == 0 ? 0 : _ends[Count - 1];
        var length = Encoding.UTF8.GetByteCount(text);
        Reserve(start, length);
        Encoding.UTF8.GetBytes(text, _bytes.AsSpan(start));
        _ends[Count] = start + length;
        Place(hash, ++Count);
        return Count - 1;
    }

    /// <summary>The number of a text; negative when it is not there.</summary>
    public int Find(ReadOnlySpan<char> text) => Find(text, string.GetHashCode(text));

    public string this[int number] => Encoding.UTF8.GetString(Utf8(number));

    public ReadOnlySpan<byte> Utf8(int number)
    {
        var start = number == 0 ? 0 : _ends[number - 1];
        return _bytes.AsSpan(start, _ends[number] - start);
    }

    /// <summary>Gives back what was reserved for growth.</summary>
    public void Trim()
    {
        Array.Resize(ref _bytes, Count == 0 ? 0 : _ends[Count - 1]);
        Array.Resize(ref _ends, Count);
    }

    int Find(ReadOnlySpan<char> text, int hash)
    {
        var mask = _slots.Length - 1;
        for (var slot = hash & mask; _slots[slot] is var (known, entry) && entry != 0; slot = (slot + 1) & mask)
        {
            if (known == hash && Equals(entry - 1, text))
                return entry - 1;
        }
        return -1;
    }

    bool Equals(int number, ReadOnlySpan<char> text)
    {
        var utf8 = Utf8(number);
        if (utf8.Length < text.Length || utf8.Length > 3 * (long)text.Length)
            return false;
        if (utf8.Length == text.Length)
            return Ascii.Equals(utf8, text);
        var buffer = text.Length <= StackLimit ? stackalloc byte[3 * StackLimit] : new byte[3 * text.Length];
        return utf8.SequenceEqual(buffer[..Encoding.UTF8.GetBytes(text, buffer)]);
    }

    void Place(int hash, int entry)
    {
        var mask = _slots.Length - 1;
        var slot = hash & mask;
        while (_slots[slot].Entry != 0)
            slot = (slot + 1) & mask;
        _slots[slot] = (hash, entry);
    }

    void Reserve(int start, int length)
    {
        if ((long)start + length > Array.MaxLength)
            throw new C1ZException(C1ZError.TooLarge, "the ids of the sync take more than 2 GiB, which does not fit into an access graph");
        if (start + length > _bytes.Length)
            Array.Resize(ref _bytes, (int)Math.Min(Array.MaxLength, Math.Max(2L * _bytes.Length, start + length)));
        if (Count == _ends.Length)
            Array.Resize(ref _ends, 2 * Count);
        if (2 * (Count + 1) <= _slots.Length)
            return;
        var old = _slots;
        _slots = new (int, int)[2 * old.Length];
        foreach (var (hash, entry) in old)
        {
            if (entry != 0)
                Place(hash, entry);
        }
    }
}
