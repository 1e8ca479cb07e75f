using Baton.CompilerServices;
using Baton.Protocol.Connector.V2;
using Google.Protobuf;

namespace Baton.Abstractions.Tests;

/// <summary>Parts that most resources do not have, and messages for which there is no method.</summary>
public sealed class ResourceExtrasTests
{
    static readonly ResourceTypeDefinition App = new() { Id = "app", DisplayName = "App", Traits = [Trait.App] };

    [Fact]
    public void AllExtras_AreStored()
    {
        var resource = Encode(App, new AppBuilder().Id("a").Icon("i1").ExternalLink(new Uri("https://example.test/a")).RawId("A-1").Alias("x").Alias("x").Alias("y")
            .ExternalId("e", "https://example.test/e", "d").BatonResource().NonHumanIdentity(NonHumanIdentityType.ManagedIdentity, "mi").SkipGrants());
        Assert.Equal("i1", resource.Icon.Id);
        Assert.Equal("i1", resource.Annotations[0].Unpack<AppTrait>().Icon.Id);
        Assert.Equal("https://example.test/a", Find<ExternalLink>(resource).Url);
        Assert.Equal("A-1", Find<RawId>(resource).Id);
        Assert.Equal(["x", "y"], Find<Aliases>(resource).Ids);
        Assert.Equal(("e", "https://example.test/e", "d"), (resource.ExternalId.Id, resource.ExternalId.Link, resource.ExternalId.Description));
        Assert.True(resource.BatonResource);
        Assert.Equal(("mi", NonHumanIdentityTrait.Types.NhiType.ManagedIdentity), (Find<NonHumanIdentityTrait>(resource).NhiDetail, Find<NonHumanIdentityTrait>(resource).NhiType));
        Assert.NotNull(Find<SkipGrants>(resource));
        Assert.Equal(resource.ToByteString(), Resource.Parser.ParseFrom(resource.ToByteArray()).ToByteString());
    }

    [Fact]
    public void Extras_EqualGoogleByteForByte()
    {
        var builder = new AppBuilder().Id("a").Icon("i").ExternalId("e").BatonResource().RawId("r").SkipEntitlements().SkipGrants().Description("d");
        using var writer = new WireWriter();
        RowEncoder.Resource(writer, App, builder, null, []);
        Assert.Equal(Resource.Parser.ParseFrom(writer.Written).ToByteArray(), writer.Written.ToArray());
    }

    [Fact]
    public void Reset_LeavesNothing()
    {
        var builder = new AppBuilder();
        var empty = Encode(App, builder.Id("x"));
        builder.Icon("i").ExternalLink("https://example.test").RawId("r").Alias("a").ExternalId("e").BatonResource().SkipEntitlementsAndGrants()
            .NonHumanIdentity(NonHumanIdentityType.AppRegistration).Annotate(new("acme.v1.Thing")).Logo("l").Feature(AppFeature.Hidden);
        builder.Reset();
        Assert.False(builder.SkipsEntitlements || builder.SkipsGrants);
        Assert.Equal(empty, Encode(App, builder.Id("x")));
    }

    [Fact]
    public void Skips_AddUp()
    {
        Assert.NotNull(Find<SkipEntitlements>(Encode(App, new AppBuilder().Id("x").SkipEntitlements())));
        Assert.NotNull(Find<SkipEntitlementsAndGrants>(Encode(App, new AppBuilder().Id("x").SkipEntitlements().SkipGrants())));
    }

    [Fact]
    public void Annotation_OfAnyType_IsStoredAsItIs()
    {
        var resource = Encode(App, new AppBuilder().Id("x").Annotate(new("acme.v1.Thing", [8, 1])).Annotate(new("acme.v1.Marker"))
            .V1Identifier("v1").V1Identifier(null).Annotate(Annotation.ETag("W/1", "app:x:use")));
        Assert.Equal(
            ["type.googleapis.com/acme.v1.Thing", "type.googleapis.com/acme.v1.Marker"], resource.Annotations.Skip(1).Take(2).Select(a => a.TypeUrl));
        Assert.Equal([8, 1], resource.Annotations[1].Value.ToByteArray());
        Assert.Equal("v1", Find<V1Identifier>(resource).Id);
        Assert.Equal(("W/1", "app:x:use"), (Find<ETag>(resource).Value, Find<ETag>(resource).EntitlementId));
    }

    [Theory]
    [InlineData("")]
    [InlineData("type.googleapis.com/acme.v1.Thing")]
    [InlineData("c1.connector.v2.BatonID")]
    [InlineData("c1.connector.v2.GrantExpandable")]
    public void Annotation_OfTheSyncsOwn_IsRefused(string name) => Assert.ThrowsAny<ArgumentException>(() => new Annotation(name));

    [Fact]
    public void Also_AddsTheOtherTraitsParts_AndOnlyThose()
    {
        var type = new ResourceTypeDefinition { Id = "t", DisplayName = "T", Traits = [Trait.Role, Trait.App] };
        var resource = Encode(type, new RoleBuilder().Id("r").Also(new AppBuilder().Id("ignored").HelpUrl("https://example.test")));
        Assert.Equal("https://example.test", resource.Annotations[1].Unpack<AppTrait>().HelpUrl);
        Assert.Equal("r", resource.DisplayName);
        var failure = Assert.Throws<ConnectorException>(() => Encode(type, new RoleBuilder().Id("r").Also(new GroupBuilder())));
        Assert.Contains("GroupBuilder", failure.Message);
    }

    static T Find<T>(Resource resource)
        where T : IMessage<T>, new() => resource.Annotations.Select(static any => any.TryUnpack<T>(out var found) ? found : default).First(static found => found is not null)!;

    static Resource Encode(ResourceTypeDefinition type, ResourceBuilder builder)
    {
        using var writer = new WireWriter();
        RowEncoder.Resource(writer, type, builder, null, []);
        return Resource.Parser.ParseFrom(writer.Written);
    }
}
