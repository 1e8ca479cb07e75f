using Baton.Samples.Unix.Tests.Support;

namespace Baton.Samples.Unix.Tests.EndToEnd;

public sealed class ProvisioningTests : IDisposable
{
    readonly TempRoot _root = MadeUpHost.Write(new());
    readonly UnixSync _sync;

    public ProvisioningTests() => _sync = new(_root);

    public void Dispose() => _root.Dispose();

    Task<int> Grant(string group, string user) =>
        _sync.RunAsync("--provisioning", "--grant-entitlement", $"group:{group}:member", "--grant-principal", user, "--grant-principal-type", "user");

    Task<int> Revoke(string group, string user) => _sync.RunAsync("--provisioning", "--revoke-grant", $"group:{group}:member:user:{user}");

    [Fact]
    public async Task A_membership_comes_and_goes_and_doing_it_twice_is_no_error()
    {
        await _sync.SyncAsync();
        var before = _root.Read("/etc/group");
        Assert.True(await Grant("ops", "dave") == 0, _sync.Log);
        Assert.Equal(before.Replace("ops:x:20:bob,zo\u00eb", "ops:x:20:bob,zo\u00eb,dave", StringComparison.Ordinal), _root.Read("/etc/group"));
        Assert.True(await Grant("ops", "dave") == 0, _sync.Log);

        await _sync.SyncAsync();
        Assert.Equal("bob dave zo\u00eb", _sync.Holders("group", "ops", "member"));

        Assert.True(await Revoke("ops", "dave") == 0, _sync.Log);
        Assert.Equal(before, _root.Read("/etc/group"));
        Assert.True(await Revoke("ops", "dave") == 0, _sync.Log);
    }

    [Fact]
    public async Task A_primary_membership_cannot_be_revoked()
    {
        await _sync.SyncAsync();
        Assert.Equal((int)ErrorCode.FailedPrecondition, await Revoke("users", "carol"));
        Assert.Contains("primary group of \"carol\"", _sync.Log);
    }

    [Fact]
    public async Task Login_cannot_be_granted()
    {
        await _sync.SyncAsync();
        var code = await _sync.RunAsync(
            "--provisioning", "--grant-entitlement", "host:web1.example.com:login", "--grant-principal", "bob", "--grant-principal-type", "user");
        Assert.Equal((int)ErrorCode.Unimplemented, code);
    }
}
