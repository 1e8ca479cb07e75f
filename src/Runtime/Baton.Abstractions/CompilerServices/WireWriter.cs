using System.Buffers;
using System.ComponentModel;
using System.Text;

namespace Baton.CompilerServices;

/// <summary>
/// A growable, pooled byte buffer with the primitives of the protobuf wire format. Lengths of nested messages are written
/// minimal, so the bytes equal those of Google's serializer.
/// </summary>
/// <remarks>Not thread-safe. Field numbers are those of the <c>.proto</c> files in Baton.Protocol.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WireWriter : IDisposable
{
    const int InitialCapacity = 1024;

    byte[] _buffer = [];

    /// <summary>Number of bytes written.</summary>
    public int Length { get; private set; }

    /// <summary>The bytes written so far; valid until the next write.</summary>
    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, Length);

    /// <summary>Forgets what was written and keeps the memory.</summary>
    public void Reset() => Length = 0;

    /// <summary>Cuts the buffer back to <paramref name="length"/> bytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More than was written.</exception>
    public void Truncate(int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)length, (uint)Length);
        Length = length;
    }

    /// <summary>Appends bytes as they are.</summary>
    public void Raw(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Reserve(bytes.Length));
        Length += bytes.Length;
    }

    /// <summary>Appends a copy of bytes that this writer already holds.</summary>
    /// <param name="written">Where they are, counted from the start.</param>
    /// <exception cref="ArgumentOutOfRangeException">There they are not.</exception>
    public void Repeat(Range written) => Copy(written.Start.Value, Held(written));

    /// <summary>Writes a length-delimited field with a copy of bytes that this writer already holds.</summary>
    /// <param name="field">The field's number.</param>
    /// <param name="written">Where they are, counted from the start.</param>
    /// <exception cref="ArgumentOutOfRangeException">There they are not.</exception>
    public void RepeatBytes(int field, Range written)
    {
        var count = Held(written);
        Tag(field, 2);
        Varint((ulong)count);
        Copy(written.Start.Value, count);
    }

    /// <summary>Appends text as UTF-8, without a length.</summary>
    public void Utf8(ReadOnlySpan<char> text)
    {
        // Lone surrogates become U+FFFD: readers refuse invalid UTF-8 in a string field.
        var space = Reserve(Encoding.UTF8.GetMaxByteCount(text.Length));
        Length += Encoding.UTF8.GetBytes(text, space);
    }

    /// <summary>Writes a string field; an empty string is the default value and takes no bytes.</summary>
    public void String(int field, ReadOnlySpan<char> value)
    {
        if (value.IsEmpty)
            return;
        StringAlways(field, value);
    }

    /// <summary>Writes a string element of a repeated field or a map key, also when it is empty.</summary>
    public void StringAlways(int field, ReadOnlySpan<char> value)
    {
        var mark = Begin(field);
        Utf8(value);
        End(mark);
    }

    /// <summary>Writes a length-delimited field from ready bytes.</summary>
    public void Bytes(int field, ReadOnlySpan<byte> value)
    {
        Tag(field, 2);
        Varint((ulong)value.Length);
        Raw(value);
    }

    /// <summary>Writes a bool field; <see langword="false"/> takes no bytes.</summary>
    public void Bool(int field, bool value)
    {
        if (value)
            BoolAlways(field, value);
    }

    /// <summary>Writes a bool field of a oneof, also when it is <see langword="false"/>.</summary>
    public void BoolAlways(int field, bool value)
    {
        Tag(field, 0);
        Varint(value ? 1u : 0u);
    }

    /// <summary>Writes an enum or integer field; zero takes no bytes.</summary>
    public void Int(int field, long value)
    {
        if (value == 0)
            return;
        Tag(field, 0);
        Varint(unchecked((ulong)value));
    }

    /// <summary>Writes an integer field of a oneof, also when it is zero.</summary>
    public void IntAlways(int field, long value)
    {
        Tag(field, 0);
        Varint(unchecked((ulong)value));
    }

    /// <summary>Writes a double field; zero takes no bytes.</summary>
    public void Double(int field, double value)
    {
        if (value != 0)
            DoubleAlways(field, value);
    }

    /// <summary>Writes a double field of a oneof, also when it is zero.</summary>
    public void DoubleAlways(int field, double value)
    {
        Tag(field, 1);
        System.Buffers.Binary.BinaryPrimitives.WriteDoubleLittleEndian(Reserve(8), value);
        Length += 8;
    }

    /// <summary>Writes a fixed64 field, also when it is zero.</summary>
    public void Fixed64Always(int field, ulong value)
    {
        Tag(field, 1);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64LittleEndian(Reserve(8), value);
        Length += 8;
    }

    /// <summary>Writes a field whose message has a bool as its field 1; absent when <see langword="null"/>.</summary>
    public void BoolMessage(int field, bool? value)
    {
        if (value is not { } known)
            return;
        var mark = Begin(field);
        Bool(1, known);
        End(mark);
    }

    /// <summary>Writes a field whose message has a text as its field 1; absent when that is empty.</summary>
    public void StringMessage(int field, ReadOnlySpan<char> value)
    {
        if (value.IsEmpty)
            return;
        var mark = Begin(field);
        String(1, value);
        End(mark);
    }

    /// <summary>Writes a <c>google.protobuf.Timestamp</c> field (UTC); absent when <see langword="null"/>.</summary>
    public void Timestamp(int field, DateTimeOffset? value)
    {
        if (value is not { } time)
            return;
        var mark = Begin(field);
        var ticks = time.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks;
        var seconds = Math.DivRem(ticks, TimeSpan.TicksPerSecond, out var rest);
        if (rest < 0)
            (seconds, rest) = (seconds - 1, rest + TimeSpan.TicksPerSecond);
        Int(1, seconds);
        Int(2, rest * 100);
        End(mark);
    }

    /// <summary>Opens a nested message (or any length-delimited field); close it with <see cref="End"/>.</summary>
    public int Begin(int field)
    {
        Tag(field, 2);
        if (Length == _buffer.Length)
            Grow(1);
        return Length++;
    }

    /// <summary>Closes the message that <see cref="Begin"/> opened, and writes its length in front of it.</summary>
    public void End(int mark)
    {
        var size = Length - mark - 1;
        if (size < 0x80) // nearly always
        {
            _buffer[mark] = (byte)size;
            return;
        }
        var extra = VarintSize((uint)size) - 1;
        Reserve(extra);
        _buffer.AsSpan(mark + 1, size).CopyTo(_buffer.AsSpan(mark + 1 + extra));
        Length += extra;
        PutVarint(_buffer.AsSpan(mark), (uint)size);
    }

    /// <summary>Opens a <c>google.protobuf.Any</c> element of a repeated field for a message of this full name.</summary>
    /// <returns>The two marks that <see cref="EndAny"/> takes.</returns>
    public (int Any, int Value) BeginAny(int field, ReadOnlySpan<byte> fullName)
    {
        var any = Begin(field);
        Tag(1, 2);
        Varint((ulong)(TypeUrlPrefix.Length + fullName.Length));
        Raw(TypeUrlPrefix);
        Raw(fullName);
        return (any, Begin(2));
    }

    /// <summary>Closes what <see cref="BeginAny"/> opened; an empty value takes no bytes.</summary>
    public void EndAny((int Any, int Value) marks)
    {
        if (Length == marks.Value + 1)
            Length -= 2; // tag and length of the empty value
        else
            End(marks.Value);
        End(marks.Any);
    }

    /// <summary>Returns the memory to the pool; the writer can be used again.</summary>
    public void Dispose()
    {
        if (_buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(_buffer);
        (_buffer, Length) = ([], 0);
    }

    static ReadOnlySpan<byte> TypeUrlPrefix => "type.googleapis.com/"u8;

    void Copy(int start, int count)
    {
        var space = Reserve(count);
        _buffer.AsSpan(start, count).CopyTo(space);
        Length += count;
    }

    int Held(Range written)
    {
        var (start, end) = (written.Start.Value, written.End.Value);
        if (start > end || end > Length)
            throw NotHeld(written);
        return end - start;
    }

    ArgumentOutOfRangeException NotHeld(Range written) => new(nameof(written), written, $"only {Length} bytes are written");

    void Tag(int field, int wireType) => Varint((ulong)(uint)((field << 3) | wireType));

    void Varint(ulong value)
    {
        if (value < 0x80) // tags and nearly all lengths
        {
            if (Length == _buffer.Length)
                Grow(1);
            _buffer[Length++] = (byte)value;
            return;
        }
        var space = Reserve(10);
        Length += PutVarint(space, value);
    }

    static int PutVarint(Span<byte> target, ulong value)
    {
        var i = 0;
        while (value >= 0x80)
        {
            target[i++] = (byte)(value | 0x80);
            value >>= 7;
        }
        target[i] = (byte)value;
        return i + 1;
    }

    static int VarintSize(uint value) => (System.Numerics.BitOperations.Log2(value | 1) / 7) + 1;

    Span<byte> Reserve(int count)
    {
        if (_buffer.Length - Length < count)
            Grow(count);
        return _buffer.AsSpan(Length);
    }

    void Grow(int count)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(InitialCapacity, checked(Math.Max(_buffer.Length * 2, Length + count))));
        Written.CopyTo(larger);
        if (_buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
