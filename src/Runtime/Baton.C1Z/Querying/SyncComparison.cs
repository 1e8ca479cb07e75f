using Baton.Protocol.Connector.V2;
using Google.Protobuf;

namespace Baton.C1Z;

/// <summary>What differs between two syncs, of one file or of two: a merge of both in the order of ids, so that memory does not depend on them.</summary>
public sealed class SyncComparison
{
    readonly SyncView _before;
    readonly SyncView _after;

    /// <summary>Compares two syncs.</summary>
    public SyncComparison(SyncView before, SyncView after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        (_before, _after) = (before, after);
    }

    /// <summary>Resource types that differ, by id.</summary>
    public IAsyncEnumerable<Change<ResourceType>> ResourceTypesAsync(CancellationToken cancellationToken = default) =>
        CompareAsync(static (view, cancel) => view.ResourceTypesById(cancel), cancellationToken);

    /// <summary>Resources that differ, by type and id.</summary>
    public IAsyncEnumerable<Change<Resource>> ResourcesAsync(CancellationToken cancellationToken = default) =>
        CompareAsync(static (view, cancel) => view.ResourcesById(cancel), cancellationToken);

    /// <summary>Entitlements that differ, by id.</summary>
    public IAsyncEnumerable<Change<Entitlement>> EntitlementsAsync(CancellationToken cancellationToken = default) =>
        CompareAsync(static (view, cancel) => view.EntitlementsById(cancel), cancellationToken);

    /// <summary>Grants that differ, by id. What a grant expands to does not count.</summary>
    public IAsyncEnumerable<Change<Grant>> GrantsAsync(CancellationToken cancellationToken = default) =>
        CompareAsync(static (view, cancel) => view.GrantsById(cancel), cancellationToken);

    async IAsyncEnumerable<Change<T>> CompareAsync<T>(
        Func<SyncView, CancellationToken, IAsyncEnumerable<KeyedRow<T>>> rows,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class, IMessage<T>, new()
    {
        var before = rows(_before, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using var endOfBefore = before.ConfigureAwait(false);
        var after = rows(_after, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using var endOfAfter = after.ConfigureAwait(false);
        var hasBefore = await before.MoveNextAsync().ConfigureAwait(false);
        var hasAfter = await after.MoveNextAsync().ConfigureAwait(false);
        while (hasBefore || hasAfter)
        {
            var order = !hasBefore ? 1 : !hasAfter ? -1 : Utf8Order.Instance.Compare(before.Current.Id, after.Current.Id);
            if (order < 0)
                yield return new(before.Current.Id, before.Current.Message, null);
            else if (order > 0)
                yield return new(after.Current.Id, null, after.Current.Message);
            else if (!AreEqual(before.Current.Message, after.Current.Message))
                yield return new(after.Current.Id, before.Current.Message, after.Current.Message);
            if (order <= 0)
                hasBefore = await before.MoveNextAsync().ConfigureAwait(false);
            if (order >= 0)
                hasAfter = await after.MoveNextAsync().ConfigureAwait(false);
        }
    }

    // Fields that nobody here knows do not count, as in every list of every program.
    static bool AreEqual<T>(T before, T after)
        where T : class, IMessage<T>, new() => before.Equals(after) || Known(before).Equals(Known(after));

    static T Known<T>(T message)
        where T : class, IMessage<T>, new() => new MessageParser<T>(static () => new T()).WithDiscardUnknownFields(true).ParseFrom(message.ToByteString());
}

/// <summary>A row that two syncs do not share.</summary>
/// <typeparam name="T">What it is.</typeparam>
/// <param name="Id">Its id.</param>
/// <param name="Before">As it was; null when it was not there.</param>
/// <param name="After">As it is; null when it is gone.</param>
public sealed record Change<T>(string Id, T? Before, T? After)
    where T : class;
