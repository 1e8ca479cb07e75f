namespace Baton.Sync;

/// <summary>
/// Hears how a sync proceeds. Calls come from several threads, but never two at the same time; they must return quickly.
/// </summary>
public interface ISyncProgress
{
    /// <summary>A stage begins.</summary>
    void StepStarted(SyncStep step);

    /// <summary>A stage has ended well.</summary>
    void StepFinished(SyncStep step, TimeSpan duration);

    /// <summary>A listing begins; not called for each resource.</summary>
    /// <param name="resourceTypeId">Resource type that is listed, or whose grants are.</param>
    void Listing(string resourceTypeId);

    /// <summary>A batch of rows was stored.</summary>
    /// <param name="total">All rows stored so far by this sync; a row that was delivered twice counts twice.</param>
    void Stored(SyncCounts total);

    /// <summary>Grants of groups were made into grants of their members for some more entitlements.</summary>
    /// <param name="done">Entitlements that are worked off.</param>
    /// <param name="total">Entitlements in all.</param>
    /// <param name="grants">Grants added so far.</param>
    void Expanding(int done, int total, long grants);

    /// <summary>Resources of a type are asked for their entitlements or grants, one by one, and so many have answered.</summary>
    /// <param name="what">What they are asked for.</param>
    /// <param name="resourceTypeId">The resource type.</param>
    /// <param name="done">Resources that have answered, or need not be asked.</param>
    /// <param name="total">Resources of the type.</param>
    void Asked(AskedFor what, string resourceTypeId, long done, long total)
    {
    }

    /// <summary>Something is missing in the result, and the sync goes on.</summary>
    void Warning(string text);

    /// <summary>A call failed in a way that is worth another try, which follows after a pause.</summary>
    /// <param name="pause">Time until the next try.</param>
    /// <param name="attempt">Number of failures in a row.</param>
    /// <param name="reason">What failed.</param>
    void Waiting(TimeSpan pause, int attempt, string reason);
}
