using System.Text;
using Baton.CompilerServices;
using FsCheck;
using FsCheck.Fluent;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Baton.Abstractions.Tests;

/// <summary>The wire primitives give the bytes that Google's serializer gives.</summary>
public sealed class WireWriterTests
{
    [Fact]
    public void String_AnyText_EqualsGoogle() => Property(
        ArbMap.Default.ArbFor<string?>(),
        text =>
        {
            text = WellFormed(text ?? "");
            using var writer = new WireWriter();
            writer.String(1, text);
            Assert.Equal(new StringValue { Value = text }.ToByteArray(), writer.Written.ToArray());
        });

    [Fact]
    public void Timestamp_AnyTime_EqualsGoogle() => Property(
        ArbMap.Default.ArbFor<long>(),
        ticks =>
        {
            var time = new DateTimeOffset(Math.Abs(ticks % DateTimeOffset.MaxValue.Ticks), TimeSpan.Zero);
            using var writer = new WireWriter();
            writer.Timestamp(3, time);
            using var framed = new WireWriter();
            framed.Bytes(3, Timestamp.FromDateTimeOffset(time).ToByteArray());
            Assert.Equal(framed.Written.ToArray(), writer.Written.ToArray());
        });

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(16383)]
    [InlineData(16384)]
    [InlineData(2097151)]
    [InlineData(2097152)]
    public void End_SizeAroundVarintLimits_WritesMinimalLength(int size)
    {
        var payload = Encoding.ASCII.GetBytes(new string('x', size));
        using var writer = new WireWriter();
        var outer = writer.Begin(2);
        var inner = writer.Begin(1);
        writer.Raw(payload);
        writer.End(inner);
        writer.End(outer);

        var expected = new Google.Protobuf.WellKnownTypes.Any
        {
            Value = new StringValue { Value = new string('x', size) }.ToByteString(),
        };
        if (size > 0)
            Assert.Equal(expected.ToByteArray(), writer.Written.ToArray());
        else
            Assert.Equal([0x12, 0x02, 0x0A, 0x00], writer.Written.ToArray());
    }

    [Fact]
    public void EndAny_EmptyMessage_EqualsGoogle()
    {
        using var writer = new WireWriter();
        writer.EndAny(writer.BeginAny(4, "google.protobuf.Empty"u8));
        using var framed = new WireWriter();
        framed.Bytes(4, Any.Pack(new Empty()).ToByteArray());
        Assert.Equal(framed.Written.ToArray(), writer.Written.ToArray());
    }

    [Fact]
    public void Utf8_LoneSurrogate_IsReplaced()
    {
        using var writer = new WireWriter();
        writer.String(1, "a\ud800b");
        Assert.Equal("a\ufffdb", StringValue.Parser.ParseFrom(writer.Written).Value);
    }

    [Fact]
    public void Truncate_MoreThanWritten_Throws()
    {
        using var writer = new WireWriter();
        writer.Raw("abc"u8);
        Assert.Throws<ArgumentOutOfRangeException>(() => writer.Truncate(4));
        writer.Truncate(1);
        Assert.Equal("a"u8.ToArray(), writer.Written.ToArray());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(5000)]
    public void RepeatBytes_WhatIsThere_EqualsBytes(int size)
    {
        var bytes = Enumerable.Range(0, size).Select(static i => (byte)i).ToArray();
        using var writer = new WireWriter();
        writer.Raw("before"u8);
        writer.Raw(bytes);
        writer.RepeatBytes(3, 6..writer.Length);
        using var expected = new WireWriter();
        expected.Bytes(3, bytes);
        Assert.Equal(expected.Written.ToArray(), writer.Written[(6 + size)..].ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => writer.RepeatBytes(3, 0..(writer.Length + 1)));
    }

    static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    static void Property<T>(Arbitrary<T> values, Action<T> check) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(values, check));
}
