namespace Baton.Testing.Tests;

/// <summary>The conformance kit: a good connector passes everything, and each mistake fails the test that is about it.</summary>
public sealed class ConformanceTests
{
    static readonly ConnectorConformance<LibraryConnector> Good = new(new ConformanceOptions
    {
        Arguments = ["--shelf", "good"],
        MayChangeSource = true,
        Interruptions = 25,
    });

    public static TheoryData<string> Names => [.. Good.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public Task A_good_connector_passes(string name) => Good.RunAsync(name, TestContext.Current.CancellationToken);

    [Fact]
    public void A_source_that_may_not_be_changed_is_not()
    {
        Assert.Contains("grant twice, revoke twice", Good.Names);
        Assert.DoesNotContain("grant twice, revoke twice", new ConnectorConformance<LibraryConnector>().Names);
    }

    [Theory]
    [InlineData("rules of the rows", "stranger", "--lend-to-stranger")]
    [InlineData("same rows again", "1 are missing", "--readers", "2", "--mistake", "unstable-ids")]
    [InlineData("same rows with workers", "with --workers 1", "--mistake", "unstable-ids")]
    [InlineData("interrupted and gone on with", "interrupted", "--mistake", "unstable-ids")]
    [InlineData("validation", "must not be negative", "--readers", "-1")]
    [InlineData("grant twice, revoke twice", "done for time 2", "--shelf", "strict", "--mistake", "fails-on-repetition")]
    [InlineData("grant twice, revoke twice", "does not hold book:b1:borrowed", "--shelf", "forgetful", "--mistake", "forgets-grants")]
    [InlineData("grant twice, revoke twice", "give it one more user", "--readers", "1")]
    [InlineData("validation", "took longer", "--mistake", "never-ends")]
    public async Task A_mistake_fails_the_test_about_it(string name, string expected, params string[] arguments)
    {
        var kit = new ConnectorConformance<LibraryConnector>(new ConformanceOptions
        {
            Arguments = arguments,
            MayChangeSource = true,
            Interruptions = 2,
            TimeLimit = TimeSpan.FromSeconds(arguments.Contains("never-ends") ? 3 : 60),
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
}
