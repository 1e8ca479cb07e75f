using Baton.C1Z;
using Baton.Protocol;
using Baton.Protocol.Connector.V2;
using Baton.Sync;

namespace Baton.External;

/// <summary>The stage of a sync that takes principals from another connector's file, and makes grants to them out of those that ask for them.</summary>
sealed class ExternalStage : IAsyncDisposable
{
    const string Match = "c1.connector.v2.ExternalResourceMatch"; // and ...All, ...ID
    const int MaxRows = 1000;

    readonly C1ZReader _reader;
    readonly ExternalSource _source;

    ExternalStage(C1ZReader reader, ExternalSource source) => (_reader, _source) = (reader, source);

    /// <summary>Types of the principals that will be taken: what is granted to them before is not granted to nobody.</summary>
    internal IEnumerable<string> ResourceTypes => _source.Types.Select(static t => t.Id);

    /// <summary>Opens the file, before the source is asked for anything: hours later it would be late to find out that it cannot be read.</summary>
    internal static async Task<ExternalStage> OpenAsync(ExternalOptions options, C1ZOptions files, CancellationToken cancellationToken)
    {
        var reader = await C1ZReader.OpenAsync(options.File, files, cancellationToken).ConfigureAwait(false);
        try
        {
            var source = new ExternalSource(reader, options);
            await source.OpenAsync(cancellationToken).ConfigureAwait(false);
            return new(reader, source);
        }
        catch
        {
            await reader.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Does all of it; again, from the beginning, when an earlier attempt was interrupted.</summary>
    internal async ValueTask RunAsync(C1ZFile file, SyncReport report, CancellationToken cancellationToken)
    {
        var matches = new ExternalMatches();
        foreach (var carrier in Carriers(file, cancellationToken))
            matches.Ask(carrier);
        var (resources, entitlements, grants) = await new ExternalCopy(file, _source).RunAsync(matches, cancellationToken).ConfigureAwait(false);
        await StageAsync(file, _source, matches, report, cancellationToken).ConfigureAwait(false);
        var (replaced, made) = file.ReplaceGrantsWith(Match);
        report.ExternalTaken(resources, entitlements, grants, replaced, made);
    }

    public ValueTask DisposeAsync() => _reader.DisposeAsync();

    static IEnumerable<Grant> Carriers(C1ZFile file, CancellationToken cancellationToken)
    {
        var page = new List<StoredGrant>();
        for (var cursor = 0L; file.ReadGrantsWith(Match, ref cursor, page, MaxRows) > 0; page.Clear())
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var stored in page)
                yield return stored.Grant;
        }
    }

    static async Task StageAsync(C1ZFile file, ExternalSource source, ExternalMatches matches, SyncReport report, CancellationToken cancellationToken)
    {
        using var batch = new RowBatch(RowKind.Grant);
        var resolution = new MatchedGrants(file, matches, report);
        var allDone = new HashSet<(string, ResourceType.Types.Trait)>();
        foreach (var carrier in Carriers(file, cancellationToken))
        {
            if (carrier.Annotations.Find<ExternalResourceMatchAll>() is not { } all)
            {
                foreach (var grant in resolution.Of(carrier))
                    Add(grant);
            }
            else if (allDone.Add((carrier.Entitlement.Id, all.ResourceType)))
            {
                await foreach (var principal in source.PrincipalsAsync(cancellationToken).ConfigureAwait(false))
                {
                    if (source.Is(principal, all.ResourceType))
                        Add(MatchedGrants.To(principal.Id, carrier));
                }
            }
        }
        file.StageGrants(batch);

        void Add(Grant grant)
        {
            batch.Add(grant);
            if (batch.Count < MaxRows)
                return;
            file.StageGrants(batch);
            batch.Clear();
        }
    }
}
