namespace Baton.Auth;

/// <summary>What C1 lets a connector in with.</summary>
/// <param name="Header">The value of the header <c>authorization</c>; a secret.</param>
/// <param name="Lifetime">How long C1 accepts it.</param>
/// <param name="Received">When it came, as a timestamp of the clock.</param>
sealed record AccessToken(string Header, TimeSpan Lifetime, long Received)
{
    /// <summary>A token that is about to expire could do so on the way.</summary>
    static readonly TimeSpan Margin = TimeSpan.FromSeconds(10);

    public bool IsFresh(TimeProvider time) => time.GetElapsedTime(Received) < Lifetime - Margin;

    /// <summary>Records print their members; this one must not.</summary>
    public override string ToString() => nameof(AccessToken);
}
