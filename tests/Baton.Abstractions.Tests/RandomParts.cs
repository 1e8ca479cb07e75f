namespace Baton.Abstractions.Tests;

/// <summary>Values that may be missing, empty or long.</summary>
sealed class RandomParts(int seed) : Random(seed)
{
    public string? Text() => Next(5) switch { 0 => null, 1 => "", _ => Text("") };

    public string Text(string prefix) => prefix + string.Concat(Enumerable.Range(0, Next(40) == 0 ? 300 : Next(12)).Select(_ => Next(6) switch
    {
        0 => "😀",
        1 => "ß",
        _ => ((char)Next(' ', 127)).ToString(),
    }));

    public long? Number() => Next(4) switch { 0 => null, 1 => 0, 2 => NextInt64(long.MinValue, long.MaxValue), _ => Next(1000) };

    public bool? Flag() => Next(3) switch { 0 => null, 1 => false, _ => true };

    public DateTimeOffset? Time() => Next(3) == 0 ? null : DateTimeOffset.UnixEpoch.AddTicks(NextInt64(-1_000_000_000_000_000, 1_000_000_000_000_000));

    public Money? Money() => Next(3) == 0 ? null : new(Number() ?? 0, "EUR");
}
