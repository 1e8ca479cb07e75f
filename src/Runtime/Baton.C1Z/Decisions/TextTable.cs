using System.Text;

namespace Baton.C1Z;

/// <summary>Numbers texts from zero, each once. Finding takes no lock once nothing is added any more.</summary>
sealed class TextTable
{
    readonly TextHash _hash = TextHash.Create();
    readonly TextBytes _texts = new();
    readonly HashSlots _slots = new();
    int[] _ends = new int[256]; // where each text ends

    public int Count { get; private set; }

    public int Add(ReadOnlySpan<char> text)
    {
        var hash = _hash.Of(text);
        if (Find(text, hash) is >= 0 and var number)
            return number;
        _texts.Append(text);
        if (Count == _ends.Length)
            Array.Resize(ref _ends, 2 * Count);
        _ends[Count] = _texts.Length;
        _slots.Add(hash, Count);
        return Count++;
    }

    /// <summary>The number of a text; negative when it is not there.</summary>
    public int Find(ReadOnlySpan<char> text) => Find(text, _hash.Of(text));

    public string this[int number] => Encoding.UTF8.GetString(Utf8(number));

    public ReadOnlySpan<byte> Utf8(int number) => _texts[StartOf(number), _ends[number]];

    public bool Is(int number, ReadOnlySpan<char> text) => TextBytes.Equals(Utf8(number), text);

    /// <summary>Gives back what was reserved for growth.</summary>
    public void Trim()
    {
        _texts.Trim();
        Array.Resize(ref _ends, Count);
    }

    int Find(ReadOnlySpan<char> text, int hash)
    {
        var slot = -1;
        int number;
        while ((number = _slots.Next(hash, ref slot)) >= 0 && !Is(number, text))
        {
            // Another text with the same hash.
        }
        return number;
    }

    int StartOf(int number) => number == 0 ? 0 : _ends[number - 1];
}
