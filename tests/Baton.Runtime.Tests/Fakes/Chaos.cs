using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Baton.Runtime.Tests;

/// <summary>
/// Stands between the engine and a source, and makes things go wrong. What happens depends on the seed, on which page it is, and on the how-manieth
/// try; never on when it is asked for, so that any number of workers sees the same.
/// </summary>
/// <param name="seed">Chooses what happens where.</param>
/// <param name="isFatal">Whether some pages fail in a way that ends the sync, once each.</param>
sealed class Chaos(int seed, bool isFatal = false)
{
    enum Effect
    {
        Away,
        TooSlow,
        AnswerLost,
        Fatal,
        Late,
        RowsTwice,
        RowsBackwards,
        None,
    }

    readonly ConcurrentDictionary<string, int> _tries = new();

    /// <summary>The pages that were answered; more than once only when a sync that ended had not stored them.</summary>
    internal ConcurrentQueue<string> Answered { get; } = new();

    /// <summary>Nothing goes wrong; the questions are noted.</summary>
    internal bool IsCalm { get; init; }

    /// <summary>How many tries failed so that another one follows.</summary>
    internal int Failures;

    internal FakeSyncer Around(FakeSyncer source) => new(source.Definition)
    {
        AtRoot = source.AtRoot,
        PerModel = source.PerModel,
        Pages = source.Pages is { } pages
            ? (parent, cursor, stop) => PageAsync($"{source.Definition.Id} under {parent}, {cursor}", () => pages(parent, cursor, stop))
            : null,
        All = source.All is { } all ? (parent, stop) => AllAsync($"{source.Definition.Id} under {parent}", all(parent, stop)) : null,
        PerResource = source.PerResource.ToDictionary(
            static g => g.Key,
            g => (Func<ResourceKey, string?, CancellationToken, Task<Page<Grantee>>>)((resource, cursor, stop) =>
                PageAsync($"{g.Key} of {resource}, {cursor}", () => g.Value(resource, cursor, stop)))),
        ForType = source.ForType.ToDictionary(
            static g => g.Key,
            g => (Func<string?, CancellationToken, Task<Page<ResourceGrant>>>)((cursor, stop) =>
                PageAsync($"{g.Key} of {source.Definition.Id}, {cursor}", () => g.Value(cursor, stop)))),
    };

    async Task<Page<T>> PageAsync<T>(string page, Func<Task<Page<T>>> ask)
    {
        var effect = await BeginAsync(page);
        var answer = await ask();
        if (effect == Effect.AnswerLost)
            throw Passing("the answer got lost");
        Answered.Enqueue(page);
        return effect switch
        {
            Effect.RowsTwice => new([.. answer.Items, .. answer.Items], answer.Next),
            Effect.RowsBackwards => new([.. answer.Items.Reverse()], answer.Next),
            _ => answer,
        };
    }

    async IAsyncEnumerable<Item> AllAsync(string listing, IAsyncEnumerable<Item> items)
    {
        var effect = await BeginAsync(listing);
        await foreach (var item in items)
        {
            yield return item;
            if (effect == Effect.RowsTwice)
                yield return item;
        }
        if (effect == Effect.AnswerLost)
        {
            yield return new("ghost", "in the answer of a try that failed");
            throw Passing("the connection broke off");
        }
        Answered.Enqueue(listing);
    }

    async Task<Effect> BeginAsync(string page)
    {
        var attempt = _tries.AddOrUpdate(page, 1, static (_, tries) => tries + 1);
        var effect = EffectOf(page, attempt);
        switch (effect)
        {
            case Effect.Away:
                throw Passing("away");
            case Effect.TooSlow:
                Interlocked.Increment(ref Failures);
                throw new TimeoutException("slow");
            case Effect.Fatal:
                throw new ConnectorException(ErrorCode.Aborted, "aborted");
            case Effect.Late:
                for (var i = 0; i < 20; i++)
                    await Task.Yield();
                break;
        }
        return effect;
    }

    Effect EffectOf(string page, int attempt)
    {
        if (IsCalm)
            return Effect.None;
        var dice = SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}/{page}/{attempt}"))[0] % 12;
        var effect = dice < (int)Effect.None ? (Effect)dice : Effect.None;
        return effect == Effect.Fatal && (!isFatal || attempt > 1) ? Effect.None : effect;
    }

    ConnectorException Passing(string why)
    {
        Interlocked.Increment(ref Failures);
        return new(ErrorCode.Unavailable, why);
    }
}
