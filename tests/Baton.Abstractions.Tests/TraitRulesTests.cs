using Baton.CompilerServices;
using Baton.Protocol;
using Baton.Protocol.Connector.V2;
using Baton.Protocol.Validation;
using Google.Protobuf;

namespace Baton.Abstractions.Tests;

/// <summary>A resource of every trait, with everything that can be said about it, keeps the rules by which C1 checks messages.</summary>
public sealed class TraitRulesTests
{
    static readonly ResourceKey User = new("user", "u1");

    static readonly DateTimeOffset Time = new(2024, 2, 29, 1, 2, 3, TimeSpan.Zero);

    public static TheoryData<Trait> Traits => [.. Enum.GetValues<Trait>()];

    [Theory]
    [MemberData(nameof(Traits))]
    public void Full_KeepsTheRules(Trait trait)
    {
        using var writer = new WireWriter();
        RowEncoder.Resource(writer, new() { Id = "t", DisplayName = "T", Traits = [trait] }, Full(trait), new ResourceKey("org", "o"), []);
        var resource = Resource.Parser.ParseFrom(writer.Written);
        Assert.Empty(WireRules.Validate(resource));
        foreach (var annotation in resource.Annotations)
        {
            var type = ProtocolTypes.Registry.Find(annotation.TypeUrl["type.googleapis.com/".Length..]);
            var message = type.Parser.ParseFrom(annotation.Value);
            // No part of it is unknown to the protocol, and no content was lost.
            Assert.Equal(annotation.Value, message.ToByteString());
            Assert.Empty(WireRules.Validate(message));
        }
        Assert.True(resource.Annotations.Count >= 6);
    }

    static ResourceBuilder Full(Trait trait) => trait switch
    {
        Trait.User => Common(new UserBuilder().Email("ann@example.test").Login("ann").MfaEnabled(true).LastLogin(Time)),
        Trait.Group => Common(new GroupBuilder().SourceType("native", "x")),
        Trait.Role => Common(new RoleBuilder().Conditions("cel", "true")),
        Trait.App => Common(new AppBuilder().HelpUrl("https://example.test/help").Logo("l").Feature(AppFeature.Saml).SourceType("oidc", "x")),
        Trait.Secret => Common(new SecretBuilder().Identity(User).CreatedBy(User).ExpiresAt(Time).Credential(CredentialType.Certificate, "x509")),
        Trait.SecurityInsight => Common(new SecurityInsightBuilder().RiskScore(70, "7").RiskFactor("no mfa", RiskSeverity.High).OfUser("a@example.test")),
        Trait.ScopeBinding => Common(new ScopeBindingBuilder().Role(new("role", "r")).Scope(new("project", "p"))),
        Trait.Vendor => Common(new VendorBuilder().DeepLink("https://example.test/v").SpendOfYear(new(5, "EUR"))),
        Trait.VendorAgreement => Common(new VendorAgreementBuilder().AgreementName("a").StartDate(Time).EndDate(Time.AddDays(1)).TotalValue(new(1, "USD"))
            .Item(new("p", 2, "seat", new(1, "USD"), new(2, "USD"))).AccountManager("m@example.test", "M")),
        Trait.LicenseProfile => Common(new LicenseProfileBuilder().LicenseName("l").PurchasedSeats(5).ConsumedSeats(2).CostPerUnit(100).EntitlementId("t:1:u")),
        Trait.Agent => Common(new AgentBuilder().Identity(User)),
        Trait.ManagedDevice => Common(new ManagedDeviceBuilder().Serial("s").Device(DeviceType.Laptop).OperatingSystem(OsType.MacOS, "n", "v", "b")
            .Encrypted(false).Management(DeviceManagement.Managed).Compliance(DeviceCompliance.Compliant)),
        _ => throw new ArgumentOutOfRangeException(nameof(trait), trait, "No builder."),
    };

    static ResourceBuilder Common<T>(ResourceBuilder<T> builder)
        where T : ResourceBuilder<T> => builder.Id("id").DisplayName("name").Description("text").Status(true).CreatedAt(Time).Profile("k", "v").Icon("i")
        .ExternalLink("https://example.test/x").RawId("raw").Alias("a1").Alias("a2").ExternalId("e").NonHumanIdentity(NonHumanIdentityType.AppRegistration, "d")
        .SkipGrants().Annotate(Annotation.V1Identifier("old"));
}
