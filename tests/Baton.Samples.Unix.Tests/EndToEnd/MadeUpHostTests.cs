using Baton.Protocol.Connector.V2;
using Baton.Samples.Unix.Tests.Support;

namespace Baton.Samples.Unix.Tests.EndToEnd;

public sealed class MadeUpHostTests : IDisposable
{
    const string RootRule = "/etc/sudoers#";

    readonly TempRoot _root = MadeUpHost.Write(new());

    public void Dispose() => _root.Dispose();

    Task<UnixSync> SyncAsync(params string[] args) => new UnixSync(_root).SyncAsync(args);

    static string Profile(Resource resource, string key) => resource.Profile.Fields[key].ToString();

    Resource Rule(UnixSync sync, string text) => Assert.Single(sync.Of("sudo-rule"), r => r.Profile.Fields["rule"].StringValue == text);

    [Fact]
    public async Task Users()
    {
        var sync = await SyncAsync();
        Assert.Equal(
            [
                "alice Human Enabled ", "bob Human Disabled password locked", "carol Human Disabled expired on 2022-01-08", "daemon System Disabled password locked",
                "dave Human Enabled ", "nobody System Disabled password locked", "root System Disabled password locked", "toor System Enabled ",
                "zo\u00eb Human Enabled ",
            ],
            sync.Of("user").OrderBy(r => r.Id.Resource, StringComparer.Ordinal).Select(r =>
                $"{r.Id.Resource} {r.Annotations.Single(a => a.Is(UserTrait.Descriptor)).Unpack<UserTrait>().AccountType} {r.Status.Status_} {r.Status.Details}"));
        var alice = sync.One("user", "alice");
        Assert.Equal("Alice Ab", alice.DisplayName);
        Assert.Equal(("1000", "1000", "\"Alice Ab,Room 1\"", "\"/home/alice\"", "\"/bin/bash\""),
            (Profile(alice, "uid"), Profile(alice, "gid"), Profile(alice, "gecos"), Profile(alice, "home"), Profile(alice, "shell")));
        Assert.Equal("Jos\u00e9", sync.One("user", "carol").DisplayName);
        Assert.Equal("\u6f22\u5b57", sync.One("user", "zo\u00eb").DisplayName);
    }

    [Fact]
    public async Task Groups_and_members()
    {
        var sync = await SyncAsync();
        Assert.Equal(["alice", "bob", "daemon", "nobody", "ops", "root", "users", "wheel"], sync.Of("group").Select(r => r.Id.Resource).Order(StringComparer.Ordinal));
        Assert.Equal("alice carol* zo\u00eb*", sync.Holders("group", "users", "member"));
        Assert.Equal("alice", sync.Holders("group", "wheel", "member"));
        Assert.Equal("bob zo\u00eb", sync.Holders("group", "ops", "member"));
        Assert.Equal("root* toor*", sync.Holders("group", "root", "member"));
    }

    [Fact]
    public async Task Host()
    {
        var sync = await SyncAsync();
        Assert.Equal("\"Made-up 1\"", Profile(sync.One("host", "web1.example.com"), "os"));
        Assert.Equal("alice dave toor zo\u00eb", sync.Holders("host", "web1.example.com", "login"));
        var rules = new[] { Rule(sync, "root ALL=(ALL : ALL) ALL"), Rule(sync, "ADMINS ALL=(ALL) NOPASSWD: ALL") }.Select(r => r.Id.Resource);
        Assert.Equal(string.Join(' ', rules.Concat(["alice*", "root", "toor", "wheel*"]).Order(StringComparer.Ordinal)), sync.Holders("host", "web1.example.com", "root"));
    }

    [Fact]
    public async Task Sudo_rules()
    {
        var sync = await SyncAsync();
        Assert.Equal(7, sync.Of("sudo-rule").Count());

        var admins = Rule(sync, "ADMINS ALL=(ALL) NOPASSWD: ALL");
        Assert.StartsWith(RootRule, admins.Id.Resource);
        Assert.Equal("alice wheel", sync.Holders("sudo-rule", admins.Id.Resource, "assigned"));
        Assert.Equal(("\"/etc/sudoers\"", "9", "true"), (Profile(admins, "file"), Profile(admins, "line"), Profile(admins, "nopasswd")));

        var ops = Rule(sync, "%ops, !bob ALL=(www-data) WEB, (www-data) !/usr/bin/journalctl -f");
        Assert.Equal("zo\u00eb", sync.Holders("sudo-rule", ops.Id.Resource, "assigned"));
        Assert.Equal("[ \"/usr/bin/systemctl restart nginx\", \"/usr/bin/journalctl\", \"!/usr/bin/journalctl -f\" ]", Profile(ops, "commands"));
        Assert.Equal("[ \"www-data\" ]", Profile(ops, "run_as"));

        var other = Rule(sync, "#1003 DB=ALL");
        Assert.Equal((Status.Types.ResourceStatus.Disabled, "holds on other hosts"), (other.Status.Status_, other.Status.Details));
        Assert.Equal("dave", sync.Holders("sudo-rule", other.Id.Resource, "assigned"));

        var included = Rule(sync, "%#20 web1=NOEXEC: /bin/ls, NOEXEC: /bin/cat");
        Assert.Equal(("\"/etc/sudoers.d/10-more\"", "1"), (Profile(included, "file"), Profile(included, "line")));
        Assert.Equal("bob* ops zo\u00eb*", sync.Holders("sudo-rule", included.Id.Resource, "assigned"));
    }

    [Fact]
    public async Task Groups_stand_for_their_members()
    {
        var sync = await SyncAsync();
        var admins = Rule(sync, "ADMINS ALL=(ALL) NOPASSWD: ALL").Id.Resource;
        string[] Expands(string entitlement, string principal) => [.. sync.Grants
            .Single(g => g.Entitlement.Id == entitlement && g.Principal.Id.Resource == principal)
            .Annotations.Single(a => a.Is(GrantExpandable.Descriptor)).Unpack<GrantExpandable>().EntitlementIds];
        Assert.Equal(["group:wheel:member"], Expands($"sudo-rule:{admins}:assigned", "wheel"));
        Assert.Equal([$"sudo-rule:{admins}:assigned"], Expands("host:web1.example.com:root", admins));
    }

    [Fact]
    public async Task Ssh_keys()
    {
        var sync = await SyncAsync();
        Assert.Equal(
            new[]
            {
                $"alice/{SampleKeys.Ed25519Fingerprint}", $"bob/{SampleKeys.Ed25519Fingerprint}", $"bob/{SampleKeys.Rsa3072Fingerprint}",
                $"zo\u00eb/{SampleKeys.Ecdsa256Fingerprint}",
            }.Order(StringComparer.Ordinal),
            sync.Of("ssh-key").Select(r => r.Id.Resource).Order(StringComparer.Ordinal));
        var key = sync.One("ssh-key", $"alice/{SampleKeys.Ed25519Fingerprint}");
        Assert.Equal(("user", "alice"), (key.ParentResourceId.ResourceType, key.ParentResourceId.Resource));
        Assert.Equal("alice@laptop", key.DisplayName);
        Assert.Contains("command=", Profile(key, "options"));
        var trait = sync.One("ssh-key", $"zo\u00eb/{SampleKeys.Ecdsa256Fingerprint}").Annotations.Single(a => a.Is(SecretTrait.Descriptor)).Unpack<SecretTrait>();
        Assert.Equal(new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc), trait.ExpiresAt.ToDateTime());
        Assert.Equal(("user", "zo\u00eb"), (trait.IdentityId.ResourceType, trait.IdentityId.Resource));
        Assert.DoesNotContain(sync.Resources, r => r.ToString().Contains("AAAAC3NzaC1lZDI1NTE5", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_gap_is_a_warning_with_file_and_line()
    {
        var sync = await SyncAsync();
        foreach (var place in (string[])
            [
                "/etc/passwd:10:", "/etc/passwd:11:", "/etc/passwd:12:", "/etc/group:6:", "/etc/sudoers:12:", "/etc/sudoers:13:", "/etc/sudoers.d/10-more:3:",
                "/etc/sudoers.d/10-more:4:", "/home/alice/.ssh/authorized_keys:3:",
            ])
            Assert.Contains(_root.Path + place, sync.Log);
        Assert.Contains("No group has gid 4711", sync.Log);
        Assert.DoesNotContain("$6$x", sync.Log);
    }

    [Fact]
    public async Task Nothing_refers_to_what_is_not_there_and_ids_have_their_form()
    {
        var sync = await SyncAsync();
        var resources = sync.Resources.Select(r => $"{r.Id.ResourceType}:{r.Id.Resource}").ToHashSet();
        var entitlements = sync.Entitlements.Select(e => e.Id).ToHashSet();
        Assert.NotEmpty(sync.Grants);
        Assert.All(sync.Entitlements, e => Assert.Equal($"{e.Resource.Id.ResourceType}:{e.Resource.Id.Resource}:{e.Slug}", e.Id));
        Assert.All(sync.Entitlements, e => Assert.Contains($"{e.Resource.Id.ResourceType}:{e.Resource.Id.Resource}", resources));
        Assert.All(sync.Grants, g => Assert.Contains(g.Entitlement.Id, entitlements));
        Assert.All(sync.Grants, g => Assert.Contains($"{g.Principal.Id.ResourceType}:{g.Principal.Id.Resource}", resources));
        Assert.All(sync.Grants, g => Assert.Equal($"{g.Entitlement.Id}:{g.Principal.Id.ResourceType}:{g.Principal.Id.Resource}", g.Id));
        Assert.Equal(sync.Grants.Count, sync.Grants.Select(g => g.Id).Distinct().Count());
    }

    [Fact]
    public async Task Two_syncs_of_the_same_files_give_the_same_rows()
    {
        var first = await SyncAsync();
        var second = await SyncAsync();
        Assert.Equal(first.Resources.Select(r => r.ToString()), second.Resources.Select(r => r.ToString()));
        Assert.Equal(first.Grants.Select(g => g.ToString()), second.Grants.Select(g => g.ToString()));
    }

    [Fact]
    public async Task A_root_that_is_none_is_an_error_that_says_so()
    {
        File.Delete(_root.Real("/etc/passwd"));
        var sync = new UnixSync(_root);
        Assert.Equal((int)ErrorCode.FailedPrecondition, await sync.RunAsync());
        Assert.Contains("/etc/passwd does not exist", sync.Log);
    }
}
