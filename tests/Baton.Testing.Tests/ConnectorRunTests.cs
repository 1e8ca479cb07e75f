namespace Baton.Testing.Tests;

public sealed class ConnectorRunTests
{
    [Fact]
    public async Task A_sync_gives_back_the_rows_that_it_wrote()
    {
        var sync = await ConnectorRun.SyncAsync<LibraryConnector>();

        sync.ShouldSucceed();
        sync.ShouldBeConsistent();
        Assert.Equal(["book", "pass", "reader"], sync.ResourceTypes.Select(type => type.Id).Order(StringComparer.Ordinal));
        Assert.Equal(3, sync.ResourcesOf("reader").Count);
        Assert.Equal("Emma", sync.Resource("book", "b1").DisplayName);
        Assert.Equal("book:b1:borrowed", Assert.Single(sync.Entitlements).Id);
        Assert.Equal("book:b1:borrowed:reader:1", Assert.Single(sync.Grants).Id);
        Assert.Equal(9, sync.Rows.Count);
    }

    [Fact]
    public async Task Arguments_and_environment_reach_the_connector_and_nothing_else_does()
    {
        Environment.SetEnvironmentVariable("BATON_READERS", "1");
        var none = await ConnectorRun.SyncAsync<LibraryConnector>();
        Environment.SetEnvironmentVariable("BATON_READERS", null);
        var argument = await ConnectorRun.SyncAsync<LibraryConnector>("--readers", "5");
        var options = new ConnectorRunOptions { Environment = new Dictionary<string, string> { ["BATON_READERS"] = "7" } };
        var variable = await ConnectorRun.SyncAsync<LibraryConnector>([], options, TestContext.Current.CancellationToken);

        Assert.Equal(3, none.ResourcesOf("reader").Count);
        Assert.Equal(5, argument.ResourcesOf("reader").Count);
        Assert.Equal(7, variable.ResourcesOf("reader").Count);
    }

    [Fact]
    public async Task Equal_syncs_have_equal_rows_and_others_do_not()
    {
        var first = await ConnectorRun.SyncAsync<LibraryConnector>();
        var second = await ConnectorRun.SyncAsync<LibraryConnector>();
        var other = await ConnectorRun.SyncAsync<LibraryConnector>("--readers", "4");

        Assert.Equal(first.Rows, second.Rows);
        Assert.NotEqual(first.Rows, other.Rows);
    }

    [Fact]
    public async Task A_failed_sync_has_its_exit_code_and_its_log_and_no_rows()
    {
        var sync = await ConnectorRun.SyncAsync<LibraryConnector>("--readers", "-1");

        Assert.Equal(3, sync.ExitCode); // InvalidArgument
        Assert.Contains("--readers must not be negative", sync.Log, StringComparison.Ordinal);
        Assert.Empty(sync.Rows);
        var failure = Assert.Throws<ConnectorAssertionException>(sync.ShouldSucceed);
        Assert.Contains("exited with 3", failure.Message, StringComparison.Ordinal);
        Assert.Contains("--readers must not be negative", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_grant_to_nobody_is_inconsistent()
    {
        var sync = await ConnectorRun.SyncAsync<LibraryConnector>("--lend-to-stranger");

        sync.ShouldSucceed();
        var failure = Assert.Throws<ConnectorAssertionException>(sync.ShouldBeConsistent);
        Assert.Contains("grant book:b1:borrowed:reader:stranger-of-b1 is held by reader:stranger-of-b1, which is not there", failure.Message, StringComparison.Ordinal);
        Assert.Contains("breaks 1 rule", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_named_file_stays_and_is_extended()
    {
        var folder = Directory.CreateTempSubdirectory("baton-testing-");
        try
        {
            var options = new ConnectorRunOptions { File = Path.Combine(folder.FullName, "kept.c1z") };
            await ConnectorRun.SyncAsync<LibraryConnector>([], options, TestContext.Current.CancellationToken);
            var second = await ConnectorRun.SyncAsync<LibraryConnector>(["--readers", "1"], options, TestContext.Current.CancellationToken);

            Assert.True(File.Exists(options.File));
            Assert.Single(second.ResourcesOf("reader")); // of the newest sync
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Commands_give_what_they_print()
    {
        var capabilities = await ConnectorRun.InvokeAsync<LibraryConnector>("capabilities");

        capabilities.ShouldSucceed();
        Assert.Contains("\"book\"", capabilities.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\"book\"", capabilities.Log, StringComparison.Ordinal);
    }
}
