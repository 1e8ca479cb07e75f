using System.Text;
using Baton.CompilerServices;
using Baton.Protocol.Connector.V2;

namespace Baton.Abstractions.Tests;

/// <summary>Entitlements, grants and expansions have the ids and the content that readers expect.</summary>
public sealed class GrantEncodingTests
{
    [Fact]
    public void ResourceType_Message_HasTraitsAndAnnotations()
    {
        using var writer = new WireWriter();
        RowEncoder.ResourceType(writer, new() { Id = "t", DisplayName = "T", Description = "d", Traits = [Trait.User, Trait.App], SkipEntitlements = true, SkipGrants = true, TypeScopedGrants = true });
        var type = ResourceType.Parser.ParseFrom(writer.Written);
        Assert.Equal([ResourceType.Types.Trait.User, ResourceType.Types.Trait.App], type.Traits);
        Assert.Equal(
            ["type.googleapis.com/c1.connector.v2.SkipEntitlementsAndGrants", "type.googleapis.com/c1.connector.v2.TypeScopedGrants"],
            type.Annotations.Select(a => a.TypeUrl));
        Assert.Equal("d", type.Description);
    }

    [Fact]
    public void Entitlement_Template_IsFilledPerResource()
    {
        using var writer = new WireWriter();
        var resource = new GroupBuilder().Id("g:1").DisplayName("Admins {resource}");
        RowEncoder.Entitlement(writer, Group.Definition, Group.Definition.Entitlement("member"), resource, new ResourceKey("org", "o"));
        var entitlement = Entitlement.Parser.ParseFrom(writer.Written);
        Assert.Equal("group:g:1:member", entitlement.Id);
        Assert.Equal("Admins {resource} member", entitlement.DisplayName);
        Assert.Equal("Member of Admins {resource}", entitlement.Description);
        Assert.Equal(Entitlement.Types.PurposeValue.Assignment, entitlement.Purpose);
        Assert.Equal("member", entitlement.Slug);
        Assert.Equal(["user", "group"], entitlement.GrantableTo.Select(t => t.Id));
        Assert.Equal(("group", "g:1"), (entitlement.Resource.Id.ResourceType, entitlement.Resource.Id.Resource));
        Assert.Equal("o", entitlement.Resource.ParentResourceId.Resource);
    }

    [Fact]
    public void V1Identifier_OfTypeEntitlementAndGrant_IsAnAnnotation()
    {
        using var writer = new WireWriter();
        RowEncoder.ResourceType(writer, new() { Id = "t", DisplayName = "T", V1Identifier = "old-t" });
        Assert.Equal("old-t", ResourceType.Parser.ParseFrom(writer.Written).Annotations.Single().Unpack<V1Identifier>().Id);
        writer.Reset();
        RowEncoder.Entitlement(writer, Group.Definition, new DynamicEntitlement("use") { V1Identifier = "old:{id}:use" }, "g:1", null, null);
        Assert.Equal("old:g:1:use", Entitlement.Parser.ParseFrom(writer.Written).Annotations.Single().Unpack<V1Identifier>().Id);
        writer.Reset();
        RowEncoder.Grant(writer, Group.Definition, "g1", "member", Grantee.User<User>("u").V1Identifier("old-grant"));
        Assert.Equal("old-grant", Grant.Parser.ParseFrom(writer.Written).Annotations.Single().Unpack<V1Identifier>().Id);
    }

    [Fact]
    public void Grant_Immutable_HasIdsAndAnnotation()
    {
        using var writer = new WireWriter();
        RowEncoder.Grant(writer, Group.Definition, "g1", "member", Grantee.User<User>("ünï").Immutable());
        var grant = Grant.Parser.ParseFrom(writer.Written);
        Assert.Equal("group:g1:member:user:ünï", grant.Id);
        Assert.Equal("group:g1:member", grant.Entitlement.Id);
        Assert.Equal(("group", "g1"), (grant.Entitlement.Resource.Id.ResourceType, grant.Entitlement.Resource.Id.Resource));
        Assert.Equal(("user", "ünï"), (grant.Principal.Id.ResourceType, grant.Principal.Id.Resource));
        Assert.True(grant.Annotations.Single().TryUnpack<GrantImmutable>(out _));
    }

    [Fact]
    public void Immutable_SaysWhy()
    {
        var why = new Dictionary<string, string> { ["rule"] = "7" };
        using var writer = new WireWriter();
        RowEncoder.Grant(writer, Group.Definition, "g1", "member", Grantee.User<User>("u").Immutable("policy", why));
        var grant = Grant.Parser.ParseFrom(writer.Written).Annotations.Single().Unpack<GrantImmutable>();
        Assert.Equal(("policy", "7"), (grant.SourceId, grant.Metadata.Fields["rule"].StringValue));
        writer.Reset();
        var dynamic = new DynamicEntitlement("use") { Immutable = true, ImmutableSource = "policy", ImmutableMetadata = why };
        RowEncoder.Entitlement(writer, Group.Definition, dynamic, "g1", null, null);
        var entitlement = Entitlement.Parser.ParseFrom(writer.Written).Annotations.Single().Unpack<EntitlementImmutable>();
        Assert.Equal(("policy", "7"), (entitlement.SourceId, entitlement.Metadata.Fields["rule"].StringValue));
        writer.Reset();
        RowEncoder.Entitlement(writer, Group.Definition, new DynamicEntitlement("use") { Immutable = true }, "g1", null, null);
        Assert.Null(Entitlement.Parser.ParseFrom(writer.Written).Annotations.Single().Unpack<EntitlementImmutable>().Metadata);
    }

    [Fact]
    public void Expansion_FilteredTypes_AreReduced()
    {
        var grantee = Grantee.Group<Group>("g2").ExpandingShallow("member").Only<User>().Only<Group>();
        using var writer = new WireWriter();
        Assert.True(RowEncoder.Expansion(writer, grantee, type => type == "user"));
        var expandable = GrantExpandable.Parser.ParseFrom(writer.Written);
        Assert.Equal(["group:g2:member"], expandable.EntitlementIds);
        Assert.True(expandable.Shallow);
        Assert.Equal(["user"], expandable.ResourceTypeIds);

        writer.Reset();
        Assert.False(RowEncoder.Expansion(writer, grantee, _ => false));
        Assert.Equal(0, writer.Length);
        Assert.False(RowEncoder.Expansion(writer, Grantee.User<User>("u"), _ => true));
    }

    [Fact]
    public void Expanding_UndeclaredSlug_NamesWhatIsDeclared()
    {
        var failure = Assert.Throws<ArgumentException>(() => Grantee.Group<Group>("g").Expanding("owner"));
        Assert.Contains("\"owner\"", failure.Message);
        Assert.Contains("member", failure.Message);
        Assert.Throws<ArgumentException>(() => Grantee.Group<Group>("g").Expanding());
        Assert.Throws<InvalidOperationException>(() => Grantee.Group<Group>("g").Only<User>());
        Assert.Throws<ArgumentException>(() => Grantee.User<User>(""));
    }

    [Fact]
    public void Ids_AreRawJoins()
    {
        using var writer = new WireWriter();
        RowEncoder.GrantId(writer, "a:b", "c/d", "s", Grantee.User<User>("x:y"));
        Assert.Equal("a:b:c/d:s:user:x:y", Encoding.UTF8.GetString(writer.Written));
    }

    sealed class User : IResourceType
    {
        public static ResourceTypeDefinition Definition { get; } = new() { Id = "user", DisplayName = "User", Traits = [Trait.User] };
    }

    sealed class Group : IResourceType
    {
        public static ResourceTypeDefinition Definition { get; } = new()
        {
            Id = "group",
            DisplayName = "Group",
            Traits = [Trait.Group],
            Entitlements =
            [
                new()
                {
                    Slug = "member",
                    Purpose = Purpose.Assignment,
                    Description = "Member of {resource}",
                    GrantableTo = static () => [User.Definition, Definition!],
                },
            ],
        };
    }
}
