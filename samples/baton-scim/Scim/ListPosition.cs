namespace BatonScim.Scim;

/// <summary>Where a page of a list begins.</summary>
/// <param name="StartIndex">Number of its first resource; the first of all is 1.</param>
/// <param name="Cursor">What the server calls the place, when it pages by cursors.</param>
/// <param name="FirstId">Id of the first resource of the page before: a server that ignores the number sends it again.</param>
/// <param name="Claimed">How many resources the server said there are.</param>
sealed record ListPosition(int StartIndex, string? Cursor = null, string? FirstId = null, long Claimed = 0)
{
    /// <summary>The first page.</summary>
    public static ListPosition Start { get; } = new(1);
}
