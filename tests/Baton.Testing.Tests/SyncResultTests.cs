using Baton.Protocol.Connector.V2;
using Google.Protobuf.WellKnownTypes;

namespace Baton.Testing.Tests;

/// <summary>The assertions, on rows made by hand: each mistake alone must be found, and named.</summary>
public sealed class SyncResultTests
{
    [Fact]
    public void Rows_that_keep_every_rule_pass() => Correct().ShouldBeConsistent();

    public static TheoryData<string, Action<SyncResult>> Mistakes => new()
    {
        { "resource type \"user\" has no id, or is there twice", sync => sync.ResourceTypes[1].Id = "user" },
        { "resource user:alice is there twice", sync => sync.Resources[2].Id = new ResourceId { ResourceType = "user", Resource = "alice" } },
        { "resource user: has no id", sync => sync.Resources[1].Id.Resource = "" },
        { "resource user:bob has no display name", sync => sync.Resources[1].DisplayName = "" },
        { "resource robot:bob is of a resource type that is not there", sync => sync.Resources[1].Id.ResourceType = "robot" },
        { "resource user:bob carries no UserTrait, which its type promises, or more than one", sync => sync.Resources[1].Annotations.Clear() },
        {
            "resource user:bob lies under org:acme, which is not there",
            sync => sync.Resources[1].ParentResourceId = new ResourceId { ResourceType = "org", Resource = "acme" }
        },
        { "entitlement group:eng:member is on no resource", sync => sync.Entitlements[0].Resource = null },
        { "entitlement group:eng:member is on group:ops, which is not there", sync => sync.Entitlements[0].Resource.Id.Resource = "ops" },
        { "entitlement group:eng:member has no slug", sync => sync.Entitlements[0].Slug = "" },
        { "entitlement group:eng:owner should have the id group:eng:member", sync => sync.Entitlements[0].Id = "group:eng:owner" },
        {
            "entitlement group:eng:member can be granted to resource type \"robot\", which is not there",
            sync => sync.Entitlements[0].GrantableTo[0] = new ResourceType { Id = "robot" }
        },
        { "grant group:eng:member:user:bob should have the id group:eng:member:user:alice", sync => sync.Grants[0].Id = "group:eng:member:user:bob" },
        { "grant group:eng:member:user:alice has no entitlement or no principal", sync => sync.Grants[0].Principal = null },
        { "which is not there", sync => sync.Grants[0].Principal.Id.Resource = "carol" },
        { "is held by a group, and its entitlement cannot be granted to that", sync => sync.Entitlements[0].GrantableTo.RemoveAt(1) },
        {
            "grant group:eng:member:group:eng expands to the holders of group:ops:member, which is not there",
            sync => sync.Grants[1].Annotations[0] = Any.Pack(new GrantExpandable { EntitlementIds = { "group:ops:member" } })
        },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_found_and_named(string expected, Action<SyncResult> make)
    {
        var sync = Correct();
        make(sync);

        var failure = Assert.Throws<ConnectorAssertionException>(sync.ShouldBeConsistent);
        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_principal_that_another_sync_finds_need_not_be_there()
    {
        var sync = Correct();
        sync.Grants[0].Principal.Id.Resource = "carol";
        sync.Grants[0].Id = "group:eng:member:user:carol";
        Assert.Throws<ConnectorAssertionException>(sync.ShouldBeConsistent);

        sync.Grants[0].Annotations.Add(Any.Pack(new ExternalResourceMatchID { Id = "carol" }));
        sync.ShouldBeConsistent();
    }

    [Fact]
    public void Holders_are_asserted_with_what_was_found_instead()
    {
        var sync = Correct();
        sync.ShouldGrant("group:eng:member", "user:alice");
        sync.ShouldNotGrant("group:eng:member", "user:bob");

        Assert.Contains(
            "Those who do: group:eng, user:alice",
            Assert.Throws<ConnectorAssertionException>(() => sync.ShouldGrant("group:eng:member", "user:bob")).Message,
            StringComparison.Ordinal);
        Assert.Throws<ConnectorAssertionException>(() => sync.ShouldNotGrant("group:eng:member", "user:alice"));
        Assert.Contains(
            "It found: group:eng:member",
            Assert.Throws<ConnectorAssertionException>(() => sync.ShouldNotGrant("group:eng:owner", "user:alice")).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "It found: alice, bob",
            Assert.Throws<ConnectorAssertionException>(() => sync.Resource("user", "carol")).Message,
            StringComparison.Ordinal);
    }

    static SyncResult Correct()
    {
        var user = new ResourceType { Id = "user", DisplayName = "User", Traits = { ResourceType.Types.Trait.User } };
        var group = new ResourceType { Id = "group", DisplayName = "Group", Traits = { ResourceType.Types.Trait.Group } };
        var member = new Entitlement { Id = "group:eng:member", Slug = "member", Resource = Row("group", "eng"), GrantableTo = { user.Clone(), group.Clone() } };
        return new SyncResult(new RunResult(0, "", ""))
        {
            ResourceTypes = [user, group],
            Resources = [Row("user", "alice", new UserTrait()), Row("user", "bob", new UserTrait()), Row("group", "eng", new GroupTrait())],
            Entitlements = [member],
            Grants =
            [
                new Grant { Id = "group:eng:member:user:alice", Entitlement = member.Clone(), Principal = Row("user", "alice") },
                new Grant
                {
                    Id = "group:eng:member:group:eng",
                    Entitlement = member.Clone(),
                    Principal = Row("group", "eng"),
                    Annotations = { Any.Pack(new GrantExpandable { EntitlementIds = { "group:eng:member" } }) },
                },
            ],
        };
    }

    static Resource Row(string type, string id, Google.Protobuf.IMessage? trait = null)
    {
        var resource = new Resource { Id = new ResourceId { ResourceType = type, Resource = id }, DisplayName = id };
        if (trait is not null)
            resource.Annotations.Add(Any.Pack(trait));
        return resource;
    }
}
