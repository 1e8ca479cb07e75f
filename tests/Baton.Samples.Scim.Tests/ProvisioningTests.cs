using Baton.Samples.Scim.Tests.Support;

namespace Baton.Samples.Scim.Tests;

/// <summary>Changes, at a server that knows PATCH, at one that does not, and at one that answers PATCH with success and does nothing.</summary>
public sealed class ProvisioningTests(ScimServer server)
{
    public static TheoryData<string> Kinds => ["", "put/", "deaf/"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Values_come_and_go_twice_without_harm(string kind)
    {
        using var connector = ConnectorOf.Server(server, kind);
        var before = await connector.SyncAsync();
        var few = before.ResourcesOf("group").Single(g => g.DisplayName == "Few").Id.Resource;
        var changes = new[] { ($"group:{few}:member", "id-000009"), ("role:auditor:assigned", "id-000002"), ("entitlement:license/pro:assigned", "id-000002") };
        foreach (var (entitlement, principal) in changes)
        {
            await connector.GrantAsync(entitlement, principal);
            await connector.GrantAsync(entitlement, principal);
        }
        var granted = await connector.SyncAsync();
        foreach (var (entitlement, principal) in changes)
        {
            granted.ShouldGrant(entitlement, $"user:{principal}");
            await connector.RevokeAsync(entitlement, principal);
            await connector.RevokeAsync(entitlement, principal);
        }
        Assert.Equal(before.Rows, (await connector.SyncAsync()).Rows);
    }

    [Theory]
    [InlineData("")]
    [InlineData("put/")]
    public async Task The_life_of_an_account(string kind)
    {
        using var connector = ConnectorOf.Server(server, kind);
        var before = await connector.SyncAsync();
        string[] create = ["--create-account-login", "new\"user", "--create-account-email", "new@example.test", "--create-account-profile", """{"given_name": "New"}"""];
        await connector.DoAsync(create);
        await connector.DoAsync(create);
        var user = Assert.Single((await connector.SyncAsync()).ResourcesOf("user"), u => before.ResourcesOf("user").All(old => !old.Id.Equals(u.Id)));
        Assert.Equal("New", user.DisplayName);
        var id = user.Id.Resource;
        var password = await server.PasswordAsync(id);
        await connector.DoAsync("--rotate-credentials", id, "--rotate-credentials-type", "user");
        Assert.NotEqual(password, await server.PasswordAsync(id));
        Assert.NotEqual("null", await server.PasswordAsync(id));

        await SwitchAsync("disable_user");
        Assert.Equal(Protocol.Connector.V2.Status.Types.ResourceStatus.Disabled, (await connector.SyncAsync()).Resource("user", id).Status.Status_);
        await SwitchAsync("enable_user");
        Assert.Equal(Protocol.Connector.V2.Status.Types.ResourceStatus.Enabled, (await connector.SyncAsync()).Resource("user", id).Status.Status_);

        await connector.DoAsync("--delete-resource", id, "--delete-resource-type", "user");
        await connector.DoAsync("--delete-resource", id, "--delete-resource-type", "user");
        Assert.Equal(before.Rows, (await connector.SyncAsync()).Rows);

        Task SwitchAsync(string action) => connector.DoAsync(
            "--invoke-action", action, "--invoke-action-resource-type", "user", "--invoke-action-args", $$"""{"user": "user:{{id}}"}""");
    }

    [Fact]
    public async Task A_part_is_changed_with_patch_where_the_server_knows_it()
    {
        using var connector = ConnectorOf.Server(server);
        await connector.SyncAsync();
        await server.CallsAsync();
        await connector.GrantAsync("role:auditor:assigned", "id-000004");
        await connector.SyncAsync();
        await connector.RevokeAsync("role:auditor:assigned", "id-000004");
        var calls = await server.CallsAsync();
        Assert.Equal((2, 0), (calls.Count(static c => c.StartsWith("PATCH", StringComparison.Ordinal)), calls.Count(static c => c.StartsWith("PUT", StringComparison.Ordinal))));
    }
}
