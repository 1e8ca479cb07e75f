using Baton.CompilerServices;
using Baton.Protocol.Connector.V2;

namespace Baton.C1Z;

/// <summary>
/// Gives an entitlement to the holders of others: reads the grants of all of them side by side in the order of principals, so that
/// only one principal at a time is in memory.
/// </summary>
sealed class EntitlementMerge(ExpansionStore store) : IDisposable
{
    // As many sources are read side by side; more take turns, each of which sees what the one before it stored.
    const int MaxFeeds = 64;

    readonly PrincipalKey _principal = new();
    readonly WireWriter _principalField = new();
    readonly WireWriter _template = new();
    readonly bool?[] _contributions = new bool?[MaxFeeds];

    ExpansionTally _tally = new();

    /// <summary>Rows read and written so far.</summary>
    public long Work => store.Work;

    /// <summary>Works off one destination.</summary>
    /// <param name="destination">What to give, and to whose holders.</param>
    /// <param name="tally">Counts what is written.</param>
    /// <param name="cancellationToken">Stops in the middle.</param>
    public void Run(Destination destination, ExpansionTally tally, CancellationToken cancellationToken)
    {
        _tally = tally;
        ReadTemplate(destination.Entitlement);
        foreach (var feeds in destination.Feeds.Chunk(MaxFeeds))
        {
            try
            {
                Merge(destination.Entitlement, feeds, cancellationToken);
                store.Flush();
            }
            finally
            {
                store.Close();
            }
        }
    }

    public void Dispose()
    {
        store.Dispose();
        _principalField.Dispose();
        _template.Dispose();
    }

    void ReadTemplate(EntitlementNode entitlement)
    {
        _template.Reset();
        GrantWire.CopyEntitlement(_template, store.Grant(entitlement.Carrier), entitlement);
    }

    void Merge(EntitlementNode entitlement, Feed[] feeds, CancellationToken cancellationToken)
    {
        var existing = store.Open(0, entitlement.Id);
        for (var i = 0; i < feeds.Length; i++)
            store.Open(i + 1, feeds[i].EntitlementId);
        while (FindPrincipal(feeds.Length))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!Collect(feeds))
                continue;
            existing.SkipTo(_principal);
            if (!existing.IsAt(_principal))
                Add(entitlement, feeds);
            for (; existing.IsAt(_principal); existing.Next())
                Change(entitlement.Id, feeds, existing);
            store.FlushIfFull();
        }
    }

    /// <summary>Chooses the first principal of all sources.</summary>
    bool FindPrincipal(int feeds)
    {
        PrincipalKey? first = null;
        for (var i = 1; i <= feeds; i++)
        {
            var cursor = store.Cursor(i);
            if (!cursor.IsAtEnd && (first is null || cursor.Principal.CompareTo(first) < 0))
                first = cursor.Principal;
        }
        if (first is not null)
            _principal.Set(first);
        return first is not null;
    }

    /// <summary>Takes what each source contributes for the principal.</summary>
    bool Collect(Feed[] feeds)
    {
        _principalField.Reset();
        for (var i = 0; i < feeds.Length; i++)
        {
            _contributions[i] = null;
            for (var cursor = store.Cursor(i + 1); cursor.IsAt(_principal); cursor.Next())
            {
                try
                {
                    if (feeds[i].Contribution(_principal.Type, cursor.Data) is not { } isDirect)
                        continue;
                    _contributions[i] = isDirect || _contributions[i] is true;
                    if (_principalField.Length == 0)
                        GrantWire.CopyPrincipal(_principalField, cursor.Data, _principal.Type, _principal.Id);
                }
                catch (InvalidDataException e)
                {
                    throw cursor.Corrupt(e);
                }
            }
        }
        return _principalField.Length > 0;
    }

    void Add(EntitlementNode entitlement, Feed[] feeds)
    {
        var writer = store.BeginRow(entitlement, _principal);
        GrantId(writer, entitlement);
        store.EndId();
        writer.Raw(_template.Written);
        writer.Raw(_principalField.Written);
        var field = writer.Begin(3);
        GrantId(writer, entitlement);
        writer.End(field);
        GrantWire.Immutable(writer);
        field = writer.Begin(5);
        for (var i = 0; i < feeds.Length; i++)
        {
            if (_contributions[i] is { } isDirect)
                writer.Raw(isDirect ? feeds[i].DirectEntry : feeds[i].DerivedEntry);
        }
        writer.End(field);
        store.EndRow();
        _tally.Added++;
    }

    void GrantId(WireWriter writer, EntitlementNode entitlement)
    {
        writer.Utf8(entitlement.Id);
        writer.Raw(":"u8);
        writer.Raw(_principal.Type);
        writer.Raw(":"u8);
        writer.Raw(_principal.Id);
    }

    void Change(string entitlementId, Feed[] feeds, GrantCursor grant)
    {
        try
        {
            var sources = GrantWire.SourcesOf(grant.Data);
            if (!Contribute(sources, entitlementId, feeds))
                return;
            GrantWire.WithSources(store.Changes, grant.Data, sources);
            store.EndChange(grant.Row);
            _tally.Changed++;
        }
        catch (InvalidDataException e)
        {
            throw grant.Corrupt(e);
        }
    }

    bool Contribute(GrantSources sources, string entitlementId, Feed[] feeds)
    {
        var isChanged = false;
        if (sources.Sources.Count == 0)
            sources.Sources.Add(entitlementId, new() { IsDirect = true });
        for (var i = 0; i < feeds.Length; i++)
        {
            if (_contributions[i] is not { } isDirect)
                continue;
            if (!sources.Sources.TryGetValue(feeds[i].EntitlementId, out var source))
                sources.Sources.Add(feeds[i].EntitlementId, new() { IsDirect = isDirect });
            else if (isDirect && !source.IsDirect)
                source.IsDirect = true;
            else
                continue;
            isChanged = true;
        }
        return isChanged;
    }
}
