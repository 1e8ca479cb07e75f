namespace Baton.C1ZTool.Explorer;

/// <summary>What changed between two syncs.</summary>
sealed class DiffApi(Library library, CancellationToken stop) : IAsyncDisposable
{
    const int MostComparisons = 2;

    readonly Lock _gate = new();
    readonly List<Comparison> _comparisons = [];

    public async Task<HttpReply> DiffAsync(Question question)
    {
        var before = await library.OpenAsync(question.Required("before"), question.Cancel);
        var after = await library.OpenAsync(question.Required("after"), question.Cancel);
        var comparison = Find(before, after);
        return Reply.Object(json => comparison.Write(json, question.Find("kind") ?? "resources", question.Skip));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var comparison in _comparisons)
        {
            await comparison.Stop.CancelAsync();
            await comparison.Done;
        }
    }

    Comparison Find(ShownSync before, ShownSync after)
    {
        var key = $"{before.Id}\n{after.Id}";
        lock (_gate)
        {
            var known = _comparisons.Find(comparison => comparison.Key == key) ?? new(key, before.View, after.View, stop);
            _comparisons.Remove(known);
            _comparisons.Add(known);
            if (_comparisons.Count > MostComparisons)
            {
                _comparisons[0].Stop.Cancel(); // nobody looks at it any more
                _comparisons.RemoveAt(0);
            }
            return known;
        }
    }
}
