namespace Baton.C1Z.Tests;

public sealed class KsuidTests
{
    const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    [Fact]
    public void Encode_LargestAndSmallest_EqualTheDocumentedVectors()
    {
        Assert.Equal("aWgEPTl1tmebfsQzFP4bxwgy80V", Ksuid.Encode(Enumerable.Repeat((byte)0xFF, 20).ToArray()));
        Assert.Equal(new string('0', 27), Ksuid.Encode(new byte[20]));
        Assert.Equal(new string('0', 26) + "1", Ksuid.Encode([.. new byte[19], 1]));
        Assert.Equal(new string('0', 25) + "10", Ksuid.Encode([.. new byte[19], 62]));
    }

    [Fact]
    public void New_LaterSecond_SortsBehind()
    {
        var time = new TestTime();
        var ids = new List<string>();
        for (var i = 0; i < 200; i++)
        {
            ids.Add(Ksuid.New(time));
            time.Advance(TimeSpan.FromSeconds(1));
        }
        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
        Assert.All(ids, id => Assert.True(Ksuid.IsValid(id)));
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void New_SameSecond_SharesOnlyTheTime()
    {
        var time = new TestTime();
        var first = Ksuid.New(time);
        var second = Ksuid.New(time);
        Assert.NotEqual(first, second);
        Assert.Equal(first[..4], second[..4]);
    }

    [Fact]
    public void New_EveryRandomBit_IsSometimesSetAndSometimesNot()
    {
        var time = new TestTime();
        UInt128 any = 0, all = UInt128.MaxValue;
        for (var i = 0; i < 200; i++)
        {
            // The last sixteen of twenty bytes: what is above them falls out of the number.
            var random = Ksuid.New(time).Aggregate((UInt128)0, static (sum, digit) => unchecked((sum * 62) + (UInt128)Digits.IndexOf(digit)));
            any |= random;
            all &= random;
        }
        Assert.Equal((UInt128.MaxValue, (UInt128)0), (any, all));
    }

    [Theory]
    [InlineData("aWgEPTl1tmebfsQzFP4bxwgy80V", true)]
    [InlineData("aWgEPTl1tmebfsQzFP4bxwgy80W", false)]
    [InlineData("zzzzzzzzzzzzzzzzzzzzzzzzzzz", false)]
    [InlineData("3MOdZ8tJV5X61IZJrHkXYgZNjYG", true)]
    [InlineData("3MOdZ8tJV5X61IZJrHkXYgZNjY", false)]
    [InlineData("3MOdZ8tJV5X61IZJrHkXYgZNjY-", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void IsValid_Text_IsChecked(string? text, bool expected) => Assert.Equal(expected, Ksuid.IsValid(text));
}
