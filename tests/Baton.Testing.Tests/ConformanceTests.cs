namespace Baton.Testing.Tests;

/// <summary>The conformance kit: a good connector passes everything, and each mistake fails the test that is about it.</summary>
public sealed class ConformanceTests
{
    static readonly ConnectorConformance<LibraryConnector> Good = new(Everything("--shelf", "good") with { Interruptions = 25 });

    public static TheoryData<string> Names => [.. Good.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public Task A_good_connector_passes(string name) => Good.RunAsync(name, TestContext.Current.CancellationToken);

    [Fact]
    public void A_source_that_may_not_be_changed_is_not()
    {
        string[] changes = ["accounts", "actions", "credentials issued", "credentials rotated", "grant twice, revoke twice", "resources created and deleted", "tickets"];
        Assert.Equal(changes, changes.Intersect(Good.Names));
        Assert.Empty(changes.Intersect(new ConnectorConformance<LibraryConnector>(Everything() with { MayChangeSource = false }).Names));
    }

    [Fact]
    public void What_there_is_no_input_for_is_not_tried()
    {
        var names = new ConnectorConformance<LibraryConnector>(new ConformanceOptions { MayChangeSource = true }).Names;
        Assert.Empty(names.Intersect(["accounts", "actions", "credentials issued", "credentials rotated", "resources created and deleted"]));
        Assert.Equal(["events", "tickets"], names.Intersect(["events", "tickets"]));
    }

    [Theory]
    [InlineData("rules of the rows", "stranger", "--lend-to-stranger")]
    [InlineData("same rows again", "1 are missing", "--readers", "2", "--mistake", "unstable-ids")]
    [InlineData("same rows with workers", "with --workers 1", "--mistake", "unstable-ids")]
    [InlineData("same rows without a session", "with a session store that keeps nothing", "--mistake", "trusts-session")]
    [InlineData("rules of the rows", "the session store keeps at most", "--mistake", "fills-session")]
    [InlineData("interrupted and gone on with", "interrupted", "--mistake", "unstable-ids")]
    [InlineData("validation", "must not be negative", "--readers", "-1")]
    [InlineData("grant twice, revoke twice", "done for time 2", "--shelf", "strict", "--mistake", "fails-on-repetition")]
    [InlineData("grant twice, revoke twice", "does not hold book:b1:borrowed", "--shelf", "forgetful", "--mistake", "forgets-grants")]
    [InlineData("grant twice, revoke twice", "give it one more user", "--readers", "1")]
    [InlineData("validation", "took longer", "--mistake", "never-ends")]
    [InlineData("accounts", "and a sync does not find it", "--mistake", "forgets-accounts")]
    [InlineData("accounts", "for a second time, and the answer is that it was created", "--mistake", "repeats-accounts")]
    [InlineData("accounts", "was deleted, and a sync still finds it", "--mistake", "forgets-deletions")]
    [InlineData("accounts", "again failed", "--mistake", "fails-to-delete-again")]
    [InlineData("accounts", "was deleted twice, and deleted both times", "--mistake", "deletes-for-ever")]
    [InlineData("resources created and deleted", "and a sync does not find it", "--mistake", "forgets-books")]
    [InlineData("resources created and deleted", "and a sync finds it as \"Untitled\"", "--mistake", "renames-books")]
    [InlineData("credentials rotated", "the library wants longer passwords", "--mistake", "refuses-passwords")]
    [InlineData("credentials rotated", "does not find reader:2 any more", "--mistake", "loses-readers")]
    [InlineData("credentials issued", "was issued, it says, and a sync does not find it", "--mistake", "forgets-passes")]
    [InlineData("credentials issued", "have the same id or the same secret", "--mistake", "one-pass")]
    [InlineData("credentials issued", "was issued for 2, and a sync says that it is 1's", "--mistake", "mixes-up-readers")]
    [InlineData("actions", "somebody moved the books", "--mistake", "fails-late")]
    [InlineData("actions", "took longer", "--mistake", "acts-for-ever")]
    [InlineData("events", "in pages of 2, loses", "--mistake", "skips-events")]
    [InlineData("events", "has other events, or in another order", "--mistake", "repeats-events")]
    [InlineData("events", "which it does not declare", "--mistake", "other-events")]
    [InlineData("events", "which is before what was asked for", "--mistake", "early-events")]
    [InlineData("events", "still says that there is more", "--mistake", "endless-events")]
    [InlineData("tickets", "have one id", "--mistake", "one-ticket")]
    [InlineData("tickets", "was created, and reading it gives", "--mistake", "changes-tickets")]
    [InlineData("tickets", "return null", "--mistake", "fails-without-ticket")]
    [InlineData("tickets", "There are 2 kinds of ticket with the id", "--mistake", "same-kinds")]
    public async Task A_mistake_fails_the_test_about_it(string name, string expected, params string[] arguments)
    {
        var shelf = arguments.Contains("--shelf") ? arguments : ["--shelf", $"{name}, {expected}", .. arguments];
        var kit = new ConnectorConformance<LibraryConnector>(Everything(shelf) with
        {
            Interruptions = 2,
            TimeLimit = TimeSpan.FromSeconds(arguments.Any(static a => a is "never-ends" or "acts-for-ever") ? 3 : 60),
        });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var failure = await Assert.ThrowsAsync<ConnectorAssertionException>(() => kit.RunAsync(name, stop.Token));
        await stop.CancelAsync(); // ends the run that never would
        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_name_is_answered_with_the_known_ones()
    {
        var failure = await Assert.ThrowsAsync<ArgumentException>(() => Good.RunAsync("everything", TestContext.Current.CancellationToken));
        Assert.Contains("same rows again", failure.Message, StringComparison.Ordinal);
    }

    static ConformanceOptions Everything(params string[] arguments) => new()
    {
        Arguments = arguments,
        MayChangeSource = true,
        NewAccount = static n => new()
        {
            Login = $"new{n}", Profile = new() { Fields = { ["name"] = Google.Protobuf.WellKnownTypes.Value.ForString($"New {n}") } },
        },
        NewResource = static type => new() { DisplayName = $"A new {type}" },
        Rotated = static _ => new("reader", "2"),
        IssuedFor = static _ => new("reader", "2"),
        Actions = [new("count", "{\"shelf\": \"left\"}")],
        EventsSince = new(2026, 1, 2, 0, 0, 0, TimeSpan.Zero),
    };
}
