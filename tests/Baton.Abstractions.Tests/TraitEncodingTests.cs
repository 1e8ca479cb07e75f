using Baton.CompilerServices;
using Baton.Protocol.Connector.V2;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Proto = Baton.Protocol.Connector.V2;

namespace Baton.Abstractions.Tests;

/// <summary>Every trait is stored as Google's classes would store it, for random content that may be missing anywhere.</summary>
public sealed class TraitEncodingTests
{
    const int Cases = 1500;

    [Fact]
    public void ScopeBinding_EqualsGoogle() => Compare(Trait.ScopeBinding, static random =>
    {
        var (role, scope) = (random.Text("r"), random.Text("s"));
        return (new ScopeBindingBuilder().Role(new ResourceKey("role", role)).Scope(new ResourceKey("project", scope)),
            new ScopeBindingTrait
            {
                RoleId = new() { ResourceType = "role", Resource = role },
                ScopeResourceId = new() { ResourceType = "project", Resource = scope },
            });
    });

    [Fact]
    public void LicenseProfile_EqualsGoogle() => Compare(Trait.LicenseProfile, static random =>
    {
        var (name, bought, used, cents, currency, id) = (random.Text(), random.Number(), random.Number(), random.Number(), random.Text(), random.Text());
        var expected = new LicenseProfileTrait
        {
            LicenseName = name ?? "", PurchasedSeats = bought ?? 0, ConsumedSeats = used ?? 0, CostPerUnitInCents = cents ?? 0,
            Currency = cents is null ? "" : currency ?? "USD", EntitlementIds = { "t:1:use" },
        };
        if (!string.IsNullOrEmpty(id))
            expected.EntitlementIds.Add(id);
        return (new LicenseProfileBuilder().LicenseName(name).PurchasedSeats(bought).ConsumedSeats(used).CostPerUnit(cents, currency)
            .Entitlement<Thing>("1", "use").EntitlementId(id).EntitlementId(id), expected);
    });

    [Fact]
    public void SecurityInsight_EqualsGoogle() => Compare(Trait.SecurityInsight, static random =>
    {
        var (builder, expected) = (new SecurityInsightBuilder(), new SecurityInsightTrait());
        if (random.Next(2) == 0)
        {
            var (score, source, factor, severity) = (random.Next(101), random.Text(), random.Text(), (RiskSeverity)random.Next(5));
            builder.RiskScore(score, source).RiskFactor(factor, severity).RiskFactor("b");
            expected.RiskScore = new() { NormalizedScore = (uint)score, SourceScore = source ?? "" };
            if (!string.IsNullOrEmpty(factor))
                expected.RiskScore.RiskFactors.Add(new RiskFactor { Description = factor, Severity = (RiskFactor.Types.Severity)severity });
            expected.RiskScore.RiskFactors.Add(new RiskFactor { Description = "b" });
        }
        else
        {
            var (value, severity) = (random.Text(), random.Text());
            builder.RiskScore(1).Issue(value, severity);
            expected.Issue = new() { Value = value ?? "", Severity = severity ?? "" };
        }
        var seen = random.Time();
        builder.ObservedAt(seen);
        expected.ObservedAt = Stamp(seen);
        var (first, second) = (random.Text("a"), random.Text("b"));
        switch (random.Next(4))
        {
            case 0:
                builder.OfUser(first);
                expected.User = new() { Email = first };
                break;
            case 1:
                builder.OfResource(new ResourceKey("user", first));
                expected.ResourceId = new() { ResourceType = "user", Resource = first };
                break;
            case 2:
                builder.OfExternalResource(first, second);
                expected.ExternalResource = new() { ExternalId = first, AppHint = second };
                break;
            default:
                builder.OfAppUser(first, second);
                expected.AppUser = new() { Email = first, ExternalId = second };
                break;
        }
        return (builder, expected);
    });

    [Fact]
    public void Vendor_EqualsGoogle() => Compare(Trait.Vendor, static random =>
    {
        var texts = Enumerable.Range(0, 8).Select(_ => random.Text()).ToArray();
        var money = Enumerable.Range(0, 3).Select(_ => random.Money()).ToArray();
        return (
            new VendorBuilder().VendorId(texts[0]).VendorName(texts[1]).DoingBusinessAs(texts[2]).WebsiteDomain(texts[3]).ExternalVendorId(texts[4])
                .DeepLink(texts[5]).SourceBusinessId(texts[6]).SourceEntityId(texts[7]).SpendOf30Days(money[0]).SpendOf365Days(money[1]).SpendOfYear(money[2]),
            new VendorTrait
            {
                VendorId = Or(texts[0], "id"), VendorName = Or(texts[1], "id"), VendorDbaName = texts[2] ?? "", WebsiteDomain = texts[3] ?? "",
                ExternalVendorId = texts[4] ?? "", DeepLinkUrl = texts[5] ?? "", SourceBusinessId = texts[6] ?? "", SourceEntityId = texts[7] ?? "",
                Trailing30DSpend = Amount(money[0]), Trailing365DSpend = Amount(money[1]), YtdSpend = Amount(money[2]),
            });
    });

    [Fact]
    public void VendorAgreement_EqualsGoogle() => Compare(Trait.VendorAgreement, static random =>
    {
        var (name, raw, email, manager) = (random.Text(), random.Text(), random.Text(), random.Text());
        var (start, end, last, total, renews) = (random.Time(), random.Time(), random.Time(), random.Money(), random.Flag());
        var (renewal, pricing) = (random.Next(7), random.Next(7));
        var builder = new VendorAgreementBuilder().AgreementName(name).StartDate(start).EndDate(end).LastDateToTerminate(last).AutoRenewal(renews)
            .Renewal((RenewalStatus)renewal, raw).TotalValue(total).Pricing((PricingModel)pricing).AccountManager(email, manager);
        var expected = new VendorAgreementTrait
        {
            AgreementName = name ?? "", StartDate = Stamp(start), EndDate = Stamp(end), LastDateToTerminate = Stamp(last), AutoRenewal = renews ?? false,
            RenewalStatus = (VendorAgreementTrait.Types.RenewalStatus)renewal, RenewalStatusRaw = raw ?? "", TotalValue = Amount(total),
            PricingModel = (VendorAgreementTrait.Types.PricingModel)pricing, ExternalAccountManagerEmail = email ?? "", ExternalAccountManagerName = manager ?? "",
        };
        for (var i = random.Next(3); i > 0; i--)
        {
            var (product, quantity, unit, price) = (random.Text("p"), random.Next(3) == 0 ? 0 : random.NextDouble(), random.Text(), random.Money());
            builder.Item(new(product, quantity, unit, price, null));
            expected.LineItems.Add(new Proto.LineItem { ProductOrServiceName = product, Quantity = quantity, Unit = unit ?? "", PricePerUnit = Amount(price) });
        }
        return (builder, expected);
    });

    [Fact]
    public void Agent_EqualsGoogle_AndMirrorsItsStatus() => Compare(Trait.Agent, static random =>
    {
        var (id, status, profile) = (random.Text(), random.Next(4), random.Text());
        var expected = new AgentTrait { Status = (AgentTrait.Types.AgentStatus)status };
        if (id is not null)
            expected.IdentityResourceId = new() { ResourceType = "user", Resource = id };
        if (profile is not null)
            expected.Profile = new() { Fields = { ["k"] = Value.ForString(profile) } };
        return (new AgentBuilder().Identity(id is null ? null : new ResourceKey("user", id)).Status((ResourceStatus)status).Profile("k", profile), expected);
    });

    [Fact]
    public void ManagedDevice_EqualsGoogle() => Compare(Trait.ManagedDevice, static random =>
    {
        var texts = Enumerable.Range(0, 8).Select(_ => random.Text()).ToArray();
        var (encrypted, supervised, personal, enrolled) = (random.Flag(), random.Flag(), random.Flag(), random.Time());
        var (device, os) = (random.Next(7) is 6 ? 99 : 5, random.Next(12) is 11 ? 99 : random.Next(12));
        var (compliance, management) = (random.Next(5), random.Next(6));
        var builder = new ManagedDeviceBuilder().Serial(texts[0]).Udid(texts[1]).HardwareHash(texts[2]).Model(texts[3]).Vendor(texts[4])
            .Device((DeviceType)device).OperatingSystem((OsType)os, texts[5], texts[6], texts[7]).Compliance((DeviceCompliance)compliance)
            .Encrypted(encrypted).Supervised(supervised).Personal(personal).Management((DeviceManagement)management).EnrolledAt(enrolled);
        var expected = new ManagedDeviceTrait
        {
            Serial = texts[0] ?? "", Udid = texts[1] ?? "", HardwareHash = texts[2] ?? "", Model = texts[3] ?? "", Vendor = texts[4] ?? "",
            DeviceType = (ManagedDeviceTrait.Types.DeviceType)device, Compliance = (ManagedDeviceTrait.Types.Compliance)compliance,
            IsEncrypted = encrypted, IsSupervised = supervised, IsPersonal = personal,
            ManagementState = (ManagedDeviceTrait.Types.ManagementState)management, EnrolledAt = Stamp(enrolled),
        };
        if (os != 0 || texts[5..].Any(text => !string.IsNullOrEmpty(text)))
            expected.Os = new() { Type = (DeviceOS.Types.OsType)os, Name = texts[5] ?? "", Version = texts[6] ?? "", Build = texts[7] ?? "" };
        return (builder, expected);
    });

    [Fact]
    public void AppAndRole_EqualGoogle()
    {
        Compare(Trait.App, static random =>
        {
            var (icon, logo, url) = (random.Text(), random.Text(), random.Text());
            var expected = new AppTrait { HelpUrl = url ?? "", Icon = Asset(icon), Logo = Asset(logo) };
            var builder = new AppBuilder().Icon(icon).Logo(logo).HelpUrl(url);
            for (var i = random.Next(3); i > 0; i--)
            {
                var feature = random.Next(1, 6);
                builder.Feature((AppFeature)feature);
                expected.Flags.Add((AppTrait.Types.AppFlag)feature);
            }
            return (builder, expected);
        });
        Compare(Trait.Role, static random =>
        {
            var (type, expression) = (random.Text(), random.Text("e"));
            var expected = new RoleTrait { RoleScopeConditions = new() { Type = type ?? "", Conditions = { new RoleScopeCondition { Expression = expression } } } };
            return (new RoleBuilder().Conditions(type, expression), expected);
        });
    }

    [Theory]
    [InlineData(Trait.SecurityInsight)]
    [InlineData(Trait.ScopeBinding)]
    public void RequiredPart_Missing_IsNamed(Trait trait)
    {
        ResourceBuilder builder = trait == Trait.ScopeBinding
            ? new ScopeBindingBuilder().Id("x").Role(new ResourceKey("role", "r"))
            : new SecurityInsightBuilder().Id("x").Issue("open port");
        var failure = Assert.Throws<ConnectorException>(() => Encode(trait, builder));
        Assert.Contains("\"x\"", failure.Message);
        Assert.Contains(trait == Trait.ScopeBinding ? "Scope(" : "OfUser(", failure.Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new SecurityInsightBuilder().RiskScore(101));
    }

    /// <summary>The bytes are Google's, and nothing is left in the builder after a reset.</summary>
    static void Compare(Trait trait, Func<RandomParts, (ResourceBuilder Builder, IMessage Expected)> make)
    {
        var random = new RandomParts(8128);
        for (var i = 0; i < Cases; i++)
        {
            var (builder, expected) = make(random);
            Give(builder, "id");
            var any = Encode(trait, builder).Annotations.Single();
            Assert.Equal($"type.googleapis.com/{expected.Descriptor.FullName}", any.TypeUrl);
            Assert.Equal(expected, expected.Descriptor.Parser.ParseFrom(any.Value));
            Assert.Equal(expected.ToByteString(), any.Value);

            builder.Reset();
            Assert.Equal("", builder.ResourceId);
        }
    }

    static void Give(ResourceBuilder builder, string id) => builder.GetType().GetMethod("Id", [typeof(string)])!.Invoke(builder, [id]);

    static Resource Encode(Trait trait, ResourceBuilder builder)
    {
        using var writer = new WireWriter();
        RowEncoder.Resource(writer, new() { Id = "t", DisplayName = "T", Traits = [trait] }, builder, null, []);
        return Resource.Parser.ParseFrom(writer.Written);
    }

    static AssetRef? Asset(string? id) => string.IsNullOrEmpty(id) ? null : new() { Id = id };

    static Proto.Money? Amount(Money? money) => money is { } known ? new() { AmountMinor = known.AmountMinor, CurrencyCode = known.Currency } : null;

    static Timestamp? Stamp(DateTimeOffset? time) => time is { } known ? Timestamp.FromDateTimeOffset(known) : null;

    static string Or(string? text, string other) => string.IsNullOrEmpty(text) ? other : text;

    sealed class Thing : IResourceType
    {
        public static ResourceTypeDefinition Definition { get; } = new() { Id = "t", DisplayName = "T" };
    }
}
