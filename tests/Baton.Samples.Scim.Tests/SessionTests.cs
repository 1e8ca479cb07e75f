using Baton.Protocol.Connector.V2;
using Baton.Samples.Scim.Tests.Support;

namespace Baton.Samples.Scim.Tests;

/// <summary>Servers that read the standard in their own way.</summary>
public sealed class SessionTests
{
    [Theory]
    [InlineData("total-of-a-page", 5)]
    [InlineData("no-total", 3)]
    [InlineData("fewer-than-asked", 3)]
    [InlineData("all-at-once", 3)]
    [InlineData("refuses-past-the-end", 2)]
    [InlineData("cursors", 3)]
    [InlineData("too-many-requests", 1)]
    public async Task Everybody_is_found_however_a_server_pages(string session, int users)
    {
        using var connector = await ConnectorOf.SessionAsync(session);
        var sync = await connector.SyncAsync();
        Assert.Equal(Enumerable.Range(1, users).Select(static i => $"u{i}"), sync.ResourcesOf("user").Select(static u => u.Id.Resource).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_server_that_never_gives_the_second_page_ends_the_sync_and_loses_nobody_in_silence()
    {
        using var connector = await ConnectorOf.SessionAsync("first-page-for-ever");
        var sync = await connector.TrySyncAsync();
        Assert.Equal((int)ErrorCode.FailedPrecondition, sync.ExitCode);
        Assert.Contains("Users: the server answers startIndex=3 with the page before again, and claims 5 resources: the rest cannot be read. Raise --page-size to 5", sync.Log);
    }

    [Fact]
    public async Task Types_spellings_and_ids_are_taken_as_they_come()
    {
        using var connector = await ConnectorOf.SessionAsync("loose-types");
        var sync = await connector.SyncAsync();
        var (numeric, slash) = (sync.Resource("user", "17"), sync.Resource("user", "a/b c?#%"));
        Assert.Equal((Status.Types.ResourceStatus.Disabled, Status.Types.ResourceStatus.Enabled), (numeric.Status.Status_, slash.Status.Status_));
        Assert.Equal(("Nu Meric", "slash"), (numeric.DisplayName, slash.DisplayName));
        Assert.Equal(["three@example.test", "two@example.test"], slash.Annotations.Single(a => a.Is(UserTrait.Descriptor)).Unpack<UserTrait>().Emails.Select(e => e.Address));
        sync.ShouldGrant("role:reader:assigned", "user:17");
        sync.ShouldGrant("entitlement:basic:assigned", "user:17");
        sync.ShouldGrant("group:g/1:member", "user:a/b c?#%");
        sync.ShouldGrant("group:g/1:member", "user:17");
        sync.ShouldGrant("group:g/1:member", "group:g2");
        Assert.Single(sync.ResourcesOf("role"));
    }

    [Fact]
    public async Task A_whole_is_replaced_only_as_it_was_read()
    {
        using var connector = await ConnectorOf.SessionAsync("changed-meanwhile");
        await connector.SyncAsync();
        await connector.GrantAsync("group:g1:member", "u1");
    }

    [Fact]
    public async Task Who_is_there_already_is_found_among_all_when_the_server_ignores_filters()
    {
        using var connector = await ConnectorOf.SessionAsync("known-already");
        await connector.SyncAsync();
        var run = await connector.DoAsync("--create-account-login", "USER1");
        Assert.Contains("\"u1\"", run.Log.Replace("\\", "", StringComparison.Ordinal));
    }
}
