namespace BatonPostgresql.Catalog;

/// <summary>The last key of a page; the second part is 0 where one is enough.</summary>
sealed record Position(long First, long Second = 0)
{
    /// <summary>Before everything: no OID is smaller than 1.</summary>
    public static Position Start { get; } = new(0);
}
