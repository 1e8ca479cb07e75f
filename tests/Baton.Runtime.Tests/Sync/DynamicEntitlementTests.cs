using Baton.CompilerServices;
using Baton.Protocol.Connector.V2;

namespace Baton.Runtime.Tests.Sync;

/// <summary>Entitlements that differ from resource to resource, in their three scopes.</summary>
public sealed class DynamicEntitlementTests : SyncTest
{
    static readonly ResourceTypeDefinition Repo = new() { Id = "repo", DisplayName = "Repository", DynamicEntitlements = true };

    [Fact]
    public async Task With_the_model_they_know_the_name()
    {
        await SyncAsync(new FakeSyncer(Users.Definition), new FakeSyncer(Repo)
        {
            Items = [new("r1", "One"), new("r2")],
            Entitled = static item => [new DynamicEntitlement("triage-" + item.Id) { ExclusionGroup = "level", Immutable = true }.GrantableTo<Users>()],
        });
        var content = await ReadAsync();
        Assert.Equal(["repo:r1:triage-r1", "repo:r2:triage-r2"], content.EntitlementIds);
        var entitlement = content.Entitlements.Single(static e => e.Id == "repo:r1:triage-r1");
        Assert.Equal("One triage-r1", entitlement.DisplayName);
        Assert.Equal("One", entitlement.Resource.DisplayName);
        Assert.Equal(["user"], entitlement.GrantableTo.Select(static t => t.Id));
        Assert.Equal("level-r1", entitlement.Annotations[0].Unpack<EntitlementExclusionGroup>().ExclusionGroupId);
    }

    [Fact]
    public async Task Per_resource_every_page_of_those_that_do_not_skip()
    {
        var asked = new List<string>();
        await SyncAsync(new FakeSyncer(Users.Definition), new FakeSyncer(Repo)
        {
            Items = Item.Numbered("r", 3),
            Extra = static (item, resource) => _ = item.Id == "r1" ? resource.SkipEntitlements() : resource,
            EntitledPages = (key, cursor) =>
            {
                asked.Add($"{key.Id}?{cursor}");
                return Task.FromResult(new Page<DynamicEntitlement>([new($"p{cursor}")], cursor is null ? "2" : null));
            },
        });
        Assert.Equal(["r0?", "r0?2", "r2?", "r2?2"], asked);
        Assert.Equal(["repo:r0:p", "repo:r0:p2", "repo:r2:p", "repo:r2:p2"], (await ReadAsync()).EntitlementIds);
    }

    [Fact]
    public async Task For_the_type_in_one_listing_and_not_for_a_type_that_skips()
    {
        Task<Page<ResourceEntitlement>> All(string? cursor) => Task.FromResult(
            new Page<ResourceEntitlement>([new DynamicEntitlement("enter").On($"r{cursor}")], cursor is null ? "2" : null));

        await SyncAsync(
            new FakeSyncer(Users.Definition),
            new FakeSyncer(Repo) { Items = [new("r")], EntitledType = All },
            new FakeSyncer(new() { Id = "quiet", DisplayName = "Quiet", SkipEntitlements = true }) { Items = [new("q")], EntitledType = All });
        Assert.Equal(["repo:r2:enter", "repo:r:enter"], (await ReadAsync()).EntitlementIds);
    }

    [Fact]
    public async Task Without_a_slug_they_are_left_out_with_a_warning()
    {
        var summary = await SyncAsync(new FakeSyncer(Users.Definition), new FakeSyncer(Repo)
        {
            Items = [new("r1")],
            Entitled = static _ => [new(""), new("fine"), new(new string('x', 2000))],
        });
        Assert.Equal(["repo:r1:fine"], (await ReadAsync()).EntitlementIds);
        Assert.Contains(summary.Warnings, static warning => warning.Text.Contains("no slug", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Not_found_is_a_warning_and_the_others_go_on()
    {
        var summary = await SyncAsync(new FakeSyncer(Users.Definition), new FakeSyncer(Repo)
        {
            Items = Item.Numbered("r", 2),
            EntitledPages = static (key, _) => key.Id == "r0"
                ? throw new ConnectorException(ErrorCode.NotFound, "gone")
                : Task.FromResult(new Page<DynamicEntitlement>([new("use")])),
        });
        Assert.Equal(["repo:r1:use"], (await ReadAsync()).EntitlementIds);
        Assert.Contains(summary.Warnings, static warning => warning.Text.Contains("entitlements of \"repo\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Grants_of_any_entitlement_name_theirs_and_external_ones_are_kept()
    {
        await SyncAsync(new FakeSyncer(Users.Definition) { Items = [new("u")] }, new FakeSyncer(Repo)
        {
            Items = [new("r")],
            Entitled = static _ => [new("a"), new("b")],
            PerModel =
            {
                [""] = static _ =>
                [
                    Grantee.User<Users>("u").For("b"),
                    Grantee.External(Trait.Group, "name", "Admins").Expanding("member").For("a"),
                    Grantee.Group<Groups>("g").For("a"), // a type that this sync does not store
                ],
            },
            PerResource = { [""] = static (_, _, _) => Task.FromResult(new Page<Grantee>([Grantee.User<Users>("u").For("a")])) },
        });
        var content = await ReadAsync();
        Assert.Equal(["repo:r:a:group:Admins", "repo:r:a:user:u", "repo:r:b:user:u"], content.GrantIds);
        var carrier = content.Grants.Single(static g => g.Principal.Id.ResourceType == "group");
        Assert.Equal("Admins", Unpack<ExternalResourceMatch>(carrier).Value);
        Assert.Equal(["bid:e:group/Admins:member"], Unpack<GrantExpandable>(carrier).EntitlementIds);
    }

    [Theory]
    [InlineData("", null, "For(slug)")]
    [InlineData("read", "write", "[Grants(\"read\")]")]
    public async Task Grants_that_do_not_say_of_what_are_a_mistake(string method, string? named, string message)
    {
        var grantee = Grantee.User<Users>("u");
        var failure = await FailAsync(new FakeSyncer(Users.Definition) { Items = [new("u")] }, new FakeSyncer(Repo)
        {
            Items = [new("r")],
            PerModel = { [method] = _ => [named is null ? grantee : grantee.For(named)] },
        });
        Assert.Contains(message, failure.Message);
    }

    static T Unpack<T>(Grant grant)
        where T : class, Google.Protobuf.IMessage<T>, new() =>
        grant.Annotations.Select(static any => any.TryUnpack<T>(out var found) ? found : null).OfType<T>().Single();
}
