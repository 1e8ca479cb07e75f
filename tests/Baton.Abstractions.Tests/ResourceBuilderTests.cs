using Baton.CompilerServices;
using Baton.Protocol.Connector.V2;

namespace Baton.Abstractions.Tests;

/// <summary>What a mapping says is what the stored message holds, mirrored where older readers look.</summary>
public sealed class ResourceBuilderTests
{
    static readonly ResourceTypeDefinition UserType = new() { Id = "user", DisplayName = "User", Traits = [Trait.User] };

    [Fact]
    public void User_WithoutStatusAndAccountType_IsEnabledHuman()
    {
        var resource = Encode(UserType, new UserBuilder().Id("u1"));

        Assert.Equal("u1", resource.DisplayName);
        Assert.Equal(Status.Types.ResourceStatus.Enabled, resource.Status.Status_);
        var trait = resource.Annotations.Single().Unpack<UserTrait>();
        Assert.Equal(UserTrait.Types.AccountType.Human, trait.AccountType);
        Assert.Equal(UserTrait.Types.Status.Types.Status.Enabled, trait.Status.Status_);
    }

    [Fact]
    public void User_AllParts_AreStoredAndMirrored()
    {
        var created = new DateTimeOffset(2024, 2, 29, 1, 2, 3, 456, TimeSpan.FromHours(2));
        var resource = Encode(UserType, new UserBuilder()
            .Id("u1").DisplayName("Ann").Description("d").Login("ann").LoginAlias("a").LoginAlias("")
            .Email("ann@example.test").Email("").Email("other@example.test")
            .Status(ResourceStatus.Disabled, "left").AccountType(AccountType.Service).CreatedAt(created).LastLogin(created)
            .MfaEnabled(true).SsoEnabled(false).GivenName("Ann").FamilyName("Other").MiddleName("M").NameAffixes("Dr.", "Jr.")
            .EmployeeId("7").Profile("z", "last").Profile("a", 1L).Profile("flag", true).Profile("list", ["x", ""])
            .Profile("big", 9_007_199_254_740_993L).Profile("none", (string?)null).Profile("pi", 3.5).Profile("when", created));

        var trait = resource.Annotations.Single().Unpack<UserTrait>();
        Assert.Equal(["ann@example.test", "other@example.test"], trait.Emails.Select(e => e.Address));
        Assert.Equal([true, false], trait.Emails.Select(e => e.IsPrimary));
        Assert.Equal(["a"], trait.LoginAliases);
        Assert.Equal(["a", "big", "flag", "list", "pi", "when", "z"], resource.Profile.Fields.Keys);
        Assert.Equal("9007199254740993", resource.Profile.Fields["big"].StringValue);
        Assert.Equal("2024-02-28T23:02:03.456Z", resource.Profile.Fields["when"].StringValue);
        Assert.Equal(["x", ""], resource.Profile.Fields["list"].ListValue.Values.Select(v => v.StringValue));
        Assert.Equal(resource.Profile, trait.Profile);
        Assert.Equal(resource.CreatedAt, trait.CreatedAt);
        Assert.Equal(created.ToUniversalTime(), trait.LastLogin.ToDateTimeOffset());
        Assert.Equal("left", resource.Status.Details);
        Assert.Equal("left", trait.Status.Details);
        Assert.True(trait.MfaStatus.MfaEnabled);
        Assert.False(trait.SsoStatus.SsoEnabled);
        Assert.Equal(("Ann", "Other", "Dr.", "Jr."), (trait.StructuredName.GivenName, trait.StructuredName.FamilyName, trait.StructuredName.Prefix, trait.StructuredName.Suffix));
        Assert.Equal(["7"], trait.EmployeeIds);
    }

    [Fact]
    public void Reset_AfterFullResource_LeavesNothing()
    {
        var builder = new UserBuilder();
        var empty = Encode(UserType, builder.Id("x"));
        builder.Id("u1").DisplayName("n").Email("e@example.test").Login("l").Status(false).Profile("k", "v").MfaEnabled(true).GivenName("g").EmployeeId("1");
        builder.Reset();
        Assert.Equal(empty, Encode(UserType, builder.Id("x")));
    }

    [Fact]
    public void SeveralTraits_EachHasItsAnnotation()
    {
        var type = new ResourceTypeDefinition { Id = "t", DisplayName = "T", Traits = [Trait.Role, Trait.App] };
        var resource = Encode(type, new RoleBuilder().Id("1").Profile("k", "v"));
        Assert.Equal(["type.googleapis.com/c1.connector.v2.RoleTrait", "type.googleapis.com/c1.connector.v2.AppTrait"], resource.Annotations.Select(a => a.TypeUrl));
        Assert.Equal("v", resource.Annotations[0].Unpack<RoleTrait>().Profile.Fields["k"].StringValue);
    }

    [Fact]
    public void Secret_Parts_AreStored()
    {
        var type = new ResourceTypeDefinition { Id = "key", DisplayName = "Key", Traits = [Trait.Secret] };
        var resource = Encode(type, new SecretBuilder().Id("k").Identity(new ResourceKey("user", "u")).CreatedBy(new ResourceKey("user", "c"))
            .Credential(CredentialType.AsymmetricKey, "ssh-ed25519").ExpiresAt(DateTimeOffset.UnixEpoch.AddDays(1)));
        var trait = resource.Annotations.Single().Unpack<SecretTrait>();
        Assert.Equal(("user", "u"), (trait.IdentityId.ResourceType, trait.IdentityId.Resource));
        Assert.Equal("c", trait.CreatedById.Resource);
        Assert.Equal(SecretTrait.Types.CredentialType.AsymmetricKey, trait.CredentialType);
        Assert.Equal("ssh-ed25519", trait.CredentialDetail);
        Assert.Equal(86400, trait.ExpiresAt.Seconds);
    }

    [Fact]
    public void Children_AndParent_AreStored()
    {
        using var children = new WireWriter();
        RowEncoder.ChildResourceType(children, "ssh-key");
        using var writer = new WireWriter();
        RowEncoder.Resource(writer, UserType, new UserBuilder().Id("u"), new ResourceKey("org", "o"), children.Written);
        var resource = Resource.Parser.ParseFrom(writer.Written);
        Assert.Equal(("org", "o"), (resource.ParentResourceId.ResourceType, resource.ParentResourceId.Resource));
        Assert.Equal("ssh-key", resource.Annotations[1].Unpack<ChildResourceType>().ResourceTypeId);
    }

    static Resource Encode(ResourceTypeDefinition type, ResourceBuilder builder)
    {
        using var writer = new WireWriter();
        RowEncoder.Resource(writer, type, builder, null, []);
        return Resource.Parser.ParseFrom(writer.Written);
    }
}
