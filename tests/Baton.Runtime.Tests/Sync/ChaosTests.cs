using System.Text.RegularExpressions;

namespace Baton.Runtime.Tests.Sync;

/// <summary>
/// Pages that fail, come late, come twice, get lost or come backwards: rows, questions, state and counts are those of a sync without any of it.
/// </summary>
public sealed class ChaosTests : SyncTest
{
    public static TheoryData<int, int> Seeds => [.. Enumerable.Range(1, 12).Select(static seed => (seed, (seed % 4) + 1))];

    static FakeSyncer[] Source => [.. new Acme(4, static (_, _) => default).Syncers().Cast<FakeSyncer>()];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Whatever_happens_to_pages_all_that_can_be_seen_is_the_same(int seed, int workers)
    {
        var (expected, answered) = await CalmAsync();
        var chaos = new Chaos(seed);
        var summary = await SyncAsync(Options with { Workers = workers }, [.. Source.Select(chaos.Around)]);
        var content = await ReadAsync();
        Assert.True(chaos.Failures > 3);
        // The rows, the questions, the state, the end, and what is told.
        Assert.Equal(expected.Rows, content.Rows);
        Assert.Equal(answered, chaos.Answered.Order(StringComparer.Ordinal));
        Assert.Equal(StateOf(expected), StateOf(content));
        Assert.NotNull(content.Sync.EndedAt);
        Assert.Empty(summary.Warnings);
        Assert.Equal(chaos.Failures, summary.Calls.Where(static c => !c.Key.Contains(':', StringComparison.Ordinal)).Sum(static c => c.Value.Errors));
        Assert.Equal(chaos.Failures, summary.Calls["retry_wait"].Count);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Syncs_that_end_again_and_again_come_to_the_same_rows(int seed, int workers)
    {
        var (expected, _) = await CalmAsync();
        var chaos = new Chaos(seed, isFatal: true);
        var runs = 1;
        while (await Record.ExceptionAsync(() => SyncAsync(Options with { Workers = workers }, [.. Source.Select(chaos.Around)])) is { } failure)
        {
            Assert.Equal(ErrorCode.Aborted, Assert.IsType<ConnectorException>(failure).Code);
            Assert.True(++runs < 100);
        }
        Assert.True(runs > 1);
        var content = await ReadAsync();
        Assert.Equal(expected.Rows, content.Rows);
        Assert.Single(content.Syncs);
    }

    // A row that is delivered twice counts as two actions.
    static string StateOf(Content content) => Regex.Replace(content.WithoutOwn, "\"completed_actions_count\":[0-9]+,", "");

    /// <summary>What a sync gives to which nothing happens, and which pages it asks for.</summary>
    async Task<(Content Content, IEnumerable<string> Answered)> CalmAsync()
    {
        var observer = new Chaos(0) { IsCalm = true };
        await SyncAsync([.. Source.Select(observer.Around)]);
        var content = await ReadAsync();
        System.IO.File.Delete(File);
        return (content, observer.Answered.Order(StringComparer.Ordinal));
    }
}
