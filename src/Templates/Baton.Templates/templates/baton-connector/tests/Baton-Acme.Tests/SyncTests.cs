#if (actions)
using Baton.Protocol.Connector.V2;
using Baton.Testing;
#endif
using Xunit;

namespace Acme.Tests;

public sealed class SyncTests
{
    [Fact]
    public async Task It_finds_the_users_and_the_groups()
    {
        var sync = await TestSource.SyncAsync();

        sync.ShouldSucceed();
        Assert.Equal(5, sync.ResourcesOf("user").Count);
        Assert.Equal(4, sync.ResourcesOf("group").Count);
        Assert.Equal("Ada Okafor", sync.Resource("user", "u-1001").DisplayName);
    }

    [Fact]
    public async Task It_finds_who_is_in_a_group()
    {
        var sync = await TestSource.SyncAsync();

        sync.ShouldGrant("group:g-11:member", "user:u-1005");
        sync.ShouldNotGrant("group:g-11:member", "user:u-1003");
    }

    [Fact]
    public async Task Small_pages_give_the_same_rows()
    {
        var large = await TestSource.SyncAsync();
        var small = await TestSource.SyncAsync("--page-size", "1");

        Assert.NotEmpty(small.Rows);
        Assert.Equal(large.Rows, small.Rows);
    }
#if (auth != "none")

    [Fact]
    public async Task A_wrong_credential_fails_with_the_name_of_the_setting()
    {
#if (apikey)
        var sync = await TestSource.SyncAsync("--api-key", "wrong");
#elseif (basic)
        var sync = await TestSource.SyncAsync("--password", "wrong");
#else
        var sync = await TestSource.SyncAsync("--oauth-client-secret", "wrong");
#endif

        Assert.NotEqual(0, sync.ExitCode);
#if (apikey)
        Assert.Contains("check --api-key", sync.Log, StringComparison.Ordinal);
#elseif (basic)
        Assert.Contains("check --username and --password", sync.Log, StringComparison.Ordinal);
#else
        Assert.Contains("check --oauth-client-id and --oauth-client-secret", sync.Log, StringComparison.Ordinal);
#endif
    }
#endif
#if (actions)

    [Fact]
    public async Task A_disabled_user_is_found_disabled()
    {
        var (source, ct) = (TestSource.Options, TestContext.Current.CancellationToken);
        string[] disable =
        [
            "--invoke-action", "disable_user", "--invoke-action-resource-type", "user",
            "--invoke-action-args", """{"user": "user:u-1001"}""",
        ];

        var action = await ConnectorRun.InvokeAsync<AcmeConnector>([.. TestSource.Arguments, .. disable], source, ct);
        var sync = await ConnectorRun.SyncAsync<AcmeConnector>(TestSource.Arguments, source, ct);

        Assert.True(action.ExitCode == 0, action.Log);
        var user = sync.Resource("user", "u-1001").Annotations.Single(trait => trait.Is(UserTrait.Descriptor)).Unpack<UserTrait>();
        Assert.Equal(UserTrait.Types.Status.Types.Status.Disabled, user.Status.Status_);
    }
#endif
}
