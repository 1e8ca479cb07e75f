using Baton.Protocol.Connector.V2;
using Baton.Protocol.Service.V1;
using Baton.Protocol.Validation;
using Baton.Tests.Shared;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Baton.Protocol.Tests.Validation;

public sealed class WireRulesTests
{
    static ResourceId Id(string type = "user", string id = "alice") => new() { ResourceType = type, Resource = id };

    static Grant ValidGrant() => new()
    {
        Id = "group:g:member:user:alice",
        Principal = new() { Id = Id() },
        Entitlement = new() { Id = "group:g:member", Resource = new() { Id = Id("group", "g") } },
    };

    [Fact]
    public void A_valid_message_has_no_violations()
    {
        Assert.Empty(WireRules.Validate(ValidGrant()));
        WireRules.Ensure(ValidGrant());
    }

    [Fact]
    public void A_violation_in_a_contained_message_is_found_with_its_path()
    {
        var grant = ValidGrant();
        grant.Entitlement.Resource.Id.ResourceType = "";
        var violation = Assert.Single(WireRules.Validate(grant));
        Assert.Equal(
            new("entitlement.resource.id.resource_type", "string.min_bytes=1", "number of UTF-8 bytes must be at least 1"),
            violation);
        Assert.Equal("entitlement.resource.id.resource_type: number of UTF-8 bytes must be at least 1", violation.ToString());
    }

    [Fact]
    public void All_violations_are_listed_in_the_order_of_the_fields()
    {
        Assert.Equal(
            ["entitlement", "principal", "id"],
            WireRules.Validate(new Grant()).Select(violation => violation.Path));
    }

    [Fact]
    public void Messages_in_lists_are_visited()
    {
        var page = new GrantsServiceListGrantsResponse { List = { ValidGrant(), ValidGrant() } };
        page.List[1].Id = "";
        Assert.Equal("list[1].id", Assert.Single(WireRules.Validate(page)).Path);
    }

    [Fact]
    public void Map_entries_are_named_by_position()
    {
        var request = new SetManyRequest { SyncId = new string('a', 27), Values = { ["k"] = ByteString.Empty, [""] = ByteString.Empty } };
        Assert.Equal("values[1].key", Assert.Single(WireRules.Validate(request)).Path);
    }

    [Fact]
    public void A_message_that_is_not_required_may_be_absent_but_not_invalid()
    {
        var request = new ResourcesServiceListResourcesRequest { ResourceTypeId = "user" };
        Assert.Empty(WireRules.Validate(request));
        request.ParentResourceId = new();
        Assert.Equal(2, WireRules.Validate(request).Count);
    }

    [Fact]
    public void A_oneof_that_is_required_must_be_set()
    {
        var finish = new BatonServiceFinishTaskRequest { HostId = "h", TaskId = new string('a', 27) };
        Assert.Equal(new("final_state", "oneof.required=true", "one of its fields must be set"), Assert.Single(WireRules.Validate(finish)));
        finish.Success = new();
        Assert.Empty(WireRules.Validate(finish));
    }

    [Fact]
    public void A_member_of_a_oneof_is_checked_only_when_it_is_the_one_set()
    {
        var profile = new KeyGenerationProfile { Kty = "EC", Crv = new string('x', 65) };
        Assert.Equal("crv", Assert.Single(WireRules.Validate(profile)).Path);
        profile.RsaModulusBits = 2048;
        Assert.Empty(WireRules.Validate(profile));
    }

    [Fact]
    public void What_an_any_holds_is_not_looked_at()
    {
        var resource = new Resource { Id = Id(), Annotations = { new ExternalLink { Url = "ftp://x" }.ToAny() } };
        Assert.Empty(WireRules.Validate(resource));
        Assert.NotEmpty(WireRules.Validate(new ExternalLink { Url = "ftp://x" }));
    }

    [Fact]
    public void Characters_and_bytes_are_different_things()
    {
        var request = new BatonServiceHeartbeatRequest { HostId = string.Concat(Enumerable.Repeat("😀", 256)), TaskId = new string('a', 27) };
        Assert.Empty(WireRules.Validate(request));
        Assert.NotEmpty(WireRules.Validate(Id(id: string.Concat(Enumerable.Repeat("😀", 257)))));
        Assert.Empty(WireRules.Validate(Id(id: string.Concat(Enumerable.Repeat("😀", 256)))));
    }

    [Fact]
    public void Ensure_names_the_message_and_the_first_violations()
    {
        var page = new GrantsServiceListGrantsResponse();
        page.List.Add(Enumerable.Range(0, 7).Select(_ => new Grant(ValidGrant()) { Id = "" }));
        var exception = Assert.Throws<RuleViolationException>(() => WireRules.Ensure(page));
        Assert.Equal("c1.connector.v2.GrantsServiceListGrantsResponse", exception.MessageName);
        Assert.Equal(7, exception.Violations.Count);
        Assert.StartsWith(
            "c1.connector.v2.GrantsServiceListGrantsResponse breaks the rules of the protocol: list[0].id: number of UTF-8 bytes must be at least 1; list[1].id",
            exception.Message,
            StringComparison.Ordinal);
        Assert.EndsWith("; and 2 more", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_and_map_keys_never_appear_in_violations()
    {
        var marker = "s3cr3t";
        var offending = new IMessage[]
        {
            new SetManyRequest { SyncId = marker, Values = { [marker + new string('x', 512)] = ByteString.Empty } },
            new AccountInfo { Emails = { new AccountInfo.Types.Email { Address = marker } } },
            new ExternalLink { Url = marker },
            new Baton.Protocol.Service.V1.Task.Types.SyncFullTask { StorageEngine = marker },
            new ResourceId { ResourceType = marker + new string('x', 1024), Resource = marker },
        };
        foreach (var message in offending)
        {
            var exception = Assert.Throws<RuleViolationException>(() => WireRules.Ensure(message));
            Assert.DoesNotContain(marker, exception.ToString(), StringComparison.Ordinal);
            Assert.All(exception.Violations, violation => Assert.DoesNotContain(marker, $"{violation.Path} {violation.Rule} {violation.Message}", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Random_messages_of_every_type_are_judged_without_an_error()
    {
        var invalid = 0;
        foreach (var type in ProtocolTypes.Files.SelectMany(file => file.MessageTypes))
        {
            for (var seed = 0; seed < 20; seed++)
                invalid += WireRules.Validate(new RandomMessages(seed, ProtocolTypes.Registry).Next(type)).Count > 0 ? 1 : 0;
        }

        Assert.InRange(invalid, 1000, 20 * 378);
    }

    [Fact]
    public void A_duration_within_its_limit_is_valid()
    {
        var request = new InvokeActionRequest { InlineWait = Duration.FromTimeSpan(TimeSpan.FromDays(1)) };
        Assert.Empty(WireRules.Validate(request));
        request.InlineWait.Nanos = 1;
        Assert.Equal("inline_wait", Assert.Single(WireRules.Validate(request)).Path);
    }
}
