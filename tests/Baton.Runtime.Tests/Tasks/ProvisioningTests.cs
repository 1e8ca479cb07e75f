using Baton.C1Z;
using Baton.CompilerServices;
using Baton.Runtime.Tests.Sync;
using Baton.Tasks;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Runtime.Tests.Tasks;

/// <summary>Granting and revoking by the ids of a file.</summary>
public sealed class ProvisioningTests : SyncTest
{
    readonly List<string> _calls = [];
    Func<int, GrantOutcome> _grant = static _ => GrantOutcome.Granted;
    Func<int, RevokeOutcome> _revoke = static _ => RevokeOutcome.Revoked;

    ResourceSyncer[] Connector =>
    [
        new FakeSyncer(Users.Definition) { Items = [new("alice", "Alice"), new("bob")] },
        new FakeSyncer(Groups.Definition)
        {
            Items = [new("eng")],
            PerModel = { ["member"] = static _ => [Grantee.User<Users>("alice")] },
            OnGrant = (slug, resource, principal, _) => Call($"grant {slug} {resource} {principal} {principal.DisplayName}", _grant),
            OnRevoke = (slug, resource, principal, _) => Call($"revoke {slug} {resource} {principal} {principal.DisplayName}", _revoke),
        },
        new FakeSyncer(Orgs.Definition) { Items = [new("acme")] },
        new FakeSyncer(Projects.Definition) { AtRoot = false, All = static (_, _) => new[] { new Item("web") }.ToAsyncEnumerable() },
    ];

    async Task<T> Call<T>(string call, Func<int, T> outcome)
    {
        await Task.Yield();
        _calls.Add(call);
        return outcome(_calls.Count);
    }

    async Task<T> RunAsync<T>(Func<ProvisioningTasks, Task<T>> run)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        return await run(new(new FakeManifest(Connector), services, File, Options.C1ZOptions));
    }

    [Fact]
    public async Task A_grant_reaches_the_method_of_the_resource_type()
    {
        await SyncAsync(Connector);
        var before = await System.IO.File.ReadAllBytesAsync(File, Stop);
        var result = await RunAsync(t => t.GrantAsync("group:eng:member", "alice", "user", Stop));
        Assert.Equal(["grant member group:eng user:alice Alice"], _calls);
        Assert.Equal(GrantOutcome.Granted, result.Outcome);
        Assert.Equal("group:eng:member", result.EntitlementId);
        Assert.Equal("alice", result.Principal.Id);
        Assert.Equal(before, await System.IO.File.ReadAllBytesAsync(File, Stop));
    }

    [Fact]
    public async Task A_revocation_reaches_the_method_of_the_resource_type()
    {
        await SyncAsync(Connector);
        _revoke = static _ => RevokeOutcome.AlreadyRevoked;
        var result = await RunAsync(t => t.RevokeAsync("group:eng:member:user:alice", Stop));
        Assert.Equal(["revoke member group:eng user:alice Alice"], _calls);
        Assert.Equal(RevokeOutcome.AlreadyRevoked, result.Outcome);
        Assert.Equal("group:eng:member", result.EntitlementId);
    }

    [Fact]
    public async Task The_outcome_is_handed_on()
    {
        await SyncAsync(Connector);
        _grant = static _ => GrantOutcome.Replaced("group:eng:member:user:bob");
        var result = await RunAsync(t => t.GrantAsync("group:eng:owner", "alice", "user", Stop));
        Assert.Equal(new(GrantOutcomeKind.Replaced, "group:eng:member:user:bob"), result.Outcome);
    }

    [Theory]
    [InlineData("group:ops:member", "alice", "user", "error fetching entitlement 'group:ops:member': ")]
    [InlineData("group:eng:member", "carol", "user", "error fetching principal 'user:carol': ")]
    [InlineData("group:eng:member", "alice", "", "error fetching principal ':alice': ")]
    public async Task What_is_not_in_the_file_is_named(string entitlement, string principal, string type, string message)
    {
        var sync = await SyncAsync(Connector);
        var failure = await Assert.ThrowsAsync<ConnectorException>(() => RunAsync(t => t.GrantAsync(entitlement, principal, type, Stop)));
        Assert.Equal(ErrorCode.NotFound, failure.Code);
        Assert.StartsWith(message, failure.Message, StringComparison.Ordinal);
        Assert.Contains(sync.SyncId, failure.Message);
        Assert.Empty(_calls);
    }

    [Fact]
    public async Task A_grant_that_is_not_in_the_file_is_named()
    {
        await SyncAsync(Connector);
        var failure = await Assert.ThrowsAsync<ConnectorException>(() => RunAsync(t => t.RevokeAsync("group:eng:member:user:bob", Stop)));
        Assert.Equal(ErrorCode.NotFound, failure.Code);
        Assert.StartsWith("error fetching grant 'group:eng:member:user:bob': ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_file_the_error_is_the_file()
    {
        var failure = await Assert.ThrowsAsync<C1ZException>(() => RunAsync(t => t.GrantAsync("group:eng:member", "alice", "user", Stop)));
        Assert.Equal(C1ZError.NotFound, failure.Error);
    }

    [Fact]
    public async Task A_type_without_methods_cannot()
    {
        await SyncAsync(Connector);
        var failure = await Assert.ThrowsAsync<ConnectorException>(() => RunAsync(t => t.GrantAsync("project:web:read", "alice", "user", Stop)));
        Assert.Equal(ErrorCode.Unimplemented, failure.Code);
        Assert.Contains("\"read\" of resource type \"project\"", failure.Message);
    }

    [Fact]
    public async Task A_file_of_another_connector_is_told_apart()
    {
        await SyncAsync(Connector);
        await using var services = new ServiceCollection().BuildServiceProvider();
        var tasks = new ProvisioningTasks(new FakeManifest(new FakeSyncer(Users.Definition)), services, File, Options.C1ZOptions);
        var failure = await Assert.ThrowsAsync<ConnectorException>(() => tasks.GrantAsync("group:eng:member", "alice", "user", Stop));
        Assert.Equal(ErrorCode.Unimplemented, failure.Code);
        Assert.Contains("no resource type \"group\"", failure.Message);
    }

    [Fact]
    public async Task The_newest_finished_sync_counts()
    {
        await SyncAsync(Connector);
        Time.Advance(TimeSpan.FromMinutes(1));
        await SyncAsync(Options with { SkipEntitlementsAndGrants = true }, Connector);
        var failure = await Assert.ThrowsAsync<ConnectorException>(() => RunAsync(t => t.GrantAsync("group:eng:member", "alice", "user", Stop)));
        Assert.Equal(ErrorCode.NotFound, failure.Code);
    }

    [Fact]
    public async Task A_failure_that_passes_is_tried_three_times()
    {
        await SyncAsync(Connector);
        _grant = static _ => throw new ConnectorException(ErrorCode.Unavailable, "away");
        var failure = await Assert.ThrowsAsync<ConnectorException>(() => RunAsync(t => t.GrantAsync("group:eng:member", "bob", "user", Stop)));
        Assert.Equal(ErrorCode.Unavailable, failure.Code);
        Assert.Equal("granting group:eng:member to user:bob: away", failure.Message);
        Assert.Equal(3, _calls.Count);
        Assert.Equal([TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(30)], Time.Waits);
    }

    [Fact]
    public async Task The_third_attempt_may_succeed()
    {
        await SyncAsync(Connector);
        _revoke = static call => call < 3 ? throw new TimeoutException("slow") : RevokeOutcome.Revoked;
        var result = await RunAsync(t => t.RevokeAsync("group:eng:member:user:alice", Stop));
        Assert.Equal(RevokeOutcome.Revoked, result.Outcome);
        Assert.Equal(3, _calls.Count);
    }

    [Fact]
    public async Task Another_failure_is_not_tried_again()
    {
        await SyncAsync(Connector);
        _grant = static _ => throw new ConnectorException(ErrorCode.FailedPrecondition, "the group is full");
        var failure = await Assert.ThrowsAsync<ConnectorException>(() => RunAsync(t => t.GrantAsync("group:eng:member", "bob", "user", Stop)));
        Assert.Equal(ErrorCode.FailedPrecondition, failure.Code);
        Assert.Single(_calls);
        Assert.Empty(Time.Waits);
    }
}
