namespace Baton.C1Z;

/// <summary>What an expansion wrote.</summary>
sealed class ExpansionTally
{
    public long Added { get; set; }

    public long Changed { get; set; }
}
