namespace Baton.CompilerServices;

/// <summary>What a security insight is about: one of the four members of <c>SecurityInsightTrait.target</c>.</summary>
/// <param name="Field">Number of the member.</param>
/// <param name="First">Its field 1.</param>
sealed record InsightTarget(int Field, string First)
{
    internal const int User = 4;
    internal const int Resource = 5;
    internal const int ExternalResource = 6;
    internal const int AppUser = 7;

    internal string? Second { get; init; }

    internal ResourceKey? Key { get; init; }

    internal void Write(WireWriter writer)
    {
        if (Key is not null)
        {
            RowEncoder.Key(writer, Field, Key);
            return;
        }
        var mark = writer.Begin(Field);
        writer.String(1, First);
        writer.String(2, Second);
        writer.End(mark);
    }
}
