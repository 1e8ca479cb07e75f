using Baton.Protocol.Connector.V2;
using Baton.Samples.Scim.Tests.Support;

namespace Baton.Samples.Scim.Tests;

public sealed class SyncTests(ScimServer server) : IDisposable
{
    readonly ConnectorOf _connector = ConnectorOf.Server(server);

    public void Dispose() => _connector.Dispose();

    [Fact]
    public async Task Users_groups_roles_and_entitlements()
    {
        var sync = await _connector.SyncAsync("--page-size", "7");
        Assert.Equal(25, sync.ResourcesOf("user").Count);
        var user = sync.Resource("user", "id-000010");
        var trait = user.Annotations.Single(a => a.Is(UserTrait.Descriptor)).Unpack<UserTrait>();
        Assert.Equal(("User 10", "user10", "user10@example.test", "User", "10"),
            (user.DisplayName, trait.Login, Assert.Single(trait.Emails).Address, trait.StructuredName.GivenName, trait.StructuredName.FamilyName));
        Assert.Equal((Status.Types.ResourceStatus.Disabled, Status.Types.ResourceStatus.Enabled), (user.Status.Status_, sync.Resource("user", "id-000001").Status.Status_));

        var groups = sync.ResourcesOf("group").ToDictionary(g => g.DisplayName, g => g.Id.Resource);
        Assert.Equal(["Empty", "Everyone", "Few", "Outer"], groups.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((25, 3, 0), (Members("Everyone"), Members("Few"), Members("Empty")));
        // The group, and its three members.
        Assert.Equal(4, Members("Outer"));
        Assert.Equal(("Auditor", 8), (sync.Resource("role", "auditor").DisplayName, sync.Grants.Count(g => g.Entitlement.Id == "role:auditor:assigned")));
        Assert.Equal(("Pro", 5), (sync.Resource("entitlement", "license/pro").DisplayName, sync.Grants.Count(g => g.Entitlement.Id == "entitlement:license/pro:assigned")));

        int Members(string group) => sync.Grants.Count(g => g.Entitlement.Id == $"group:{groups[group]}:member");
    }

    [Fact]
    public async Task The_size_of_pages_changes_nothing()
    {
        var whole = await _connector.SyncAsync("--page-size", "1000");
        foreach (var size in (string[])["3", "24", "25", "26"])
            Assert.Equal(whole.Rows, (await _connector.SyncAsync("--page-size", size)).Rows);
    }

    [Fact]
    public async Task Filters_go_to_the_server_and_members_are_asked_for_group_by_group_on_demand()
    {
        await server.CallsAsync();
        var sync = await _connector.SyncAsync("--group-filter", "displayName eq \"Few\"", "--fetch-members");
        var few = Assert.Single(sync.ResourcesOf("group"));
        Assert.Equal(3, sync.Grants.Count(g => g.Entitlement.Id == $"group:{few.Id.Resource}:member"));
        Assert.Contains($"GET /scim/v2/Groups/{few.Id.Resource}", await server.CallsAsync());
        var users = await _connector.TrySyncAsync("--user-filter", "userName eq \"user4\"");
        Assert.Equal("id-000004", Assert.Single(users.ResourcesOf("user")).Id.Resource);
    }

    [Fact]
    public async Task A_chosen_user_is_asked_for_alone()
    {
        await server.CallsAsync();
        await _connector.DoAsync("--sync-resources", "bid:r:user/id-000007");
        Assert.Contains("GET /scim/v2/Users/id-000007", await server.CallsAsync());
    }

    [Fact]
    public async Task Client_credentials_give_tokens_and_new_ones_when_they_are_withdrawn()
    {
        string[] settings =
        [
            "--auth-method", "oauth2", "--oauth-token-url", new Uri(server.Address, "oauth/token").AbsoluteUri, "--oauth-client-id", ScimServer.ClientId,
            "--oauth-scope", "scim",
        ];
        await server.CallsAsync();
        await _connector.SyncAsync([.. settings, "--oauth-client-secret", ScimServer.ClientSecret]);
        Assert.Single(await server.CallsAsync(), static call => call == "POST /oauth/token");
        await server.WithdrawAsync();
        await _connector.SyncAsync([.. settings, "--oauth-client-secret", ScimServer.ClientSecret]);
        var wrong = await _connector.TrySyncAsync([.. settings, "--oauth-client-secret", "wrong-secret"]);
        Assert.Equal((int)ErrorCode.Unauthenticated, wrong.ExitCode);
        Assert.Contains("gives no token: HTTP status 401. Check --oauth-client-id and --oauth-client-secret.", wrong.Log);
        Assert.DoesNotContain("wrong-secret", wrong.Log);
    }

    [Fact]
    public async Task A_wrong_token_and_a_wrong_address_are_told_apart()
    {
        var token = await _connector.TrySyncAsync("--token", "wrong-token");
        Assert.Equal((int)ErrorCode.Unauthenticated, token.ExitCode);
        Assert.Contains("HTTP status 401 (The token is not one of ours)", token.Log);
        Assert.DoesNotContain("wrong-token", token.Log);
        var address = await _connector.TrySyncAsync("--base-url", server.Address + "elsewhere");
        Assert.NotEqual(0, address.ExitCode);
        Assert.Contains("HTTP status 404", address.Log);
    }
}
