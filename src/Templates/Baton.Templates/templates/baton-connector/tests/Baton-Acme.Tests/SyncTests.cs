using Baton.Testing;
using Xunit;

namespace Acme.Tests;

public sealed class SyncTests
{
    [Fact]
    public async Task A_sync_keeps_every_rule_of_the_protocol()
    {
        var sync = await ConnectorRun.SyncAsync<AcmeConnector>();

        sync.ShouldSucceed();
        sync.ShouldBeConsistent();
    }

    [Fact]
    public async Task It_finds_the_users_and_the_groups()
    {
        var sync = await ConnectorRun.SyncAsync<AcmeConnector>();

        Assert.Equal(5, sync.ResourcesOf("user").Count);
        Assert.Equal(4, sync.ResourcesOf("group").Count);
        Assert.Equal("Ada Okafor", sync.Resource("user", "u-1001").DisplayName);
    }

    [Fact]
    public async Task It_finds_who_is_in_a_group()
    {
        var sync = await ConnectorRun.SyncAsync<AcmeConnector>();

        sync.ShouldGrant("group:g-11:member", "user:u-1005");
        sync.ShouldNotGrant("group:g-11:member", "user:u-1003");
    }

    [Fact]
    public async Task Small_pages_give_the_same_rows()
    {
        var large = await ConnectorRun.SyncAsync<AcmeConnector>("--page-size", "100");
        var small = await ConnectorRun.SyncAsync<AcmeConnector>("--page-size", "1");

        Assert.NotEmpty(small.Rows);
        Assert.Equal(large.Rows, small.Rows);
    }

    [Fact]
    public async Task A_wrong_setting_fails_with_its_name()
    {
        var sync = await ConnectorRun.SyncAsync<AcmeConnector>("--page-size", "0");

        Assert.NotEqual(0, sync.ExitCode);
        Assert.Contains("--page-size", sync.Log, StringComparison.Ordinal);
    }
}
