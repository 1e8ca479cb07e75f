namespace Baton.Generators.Tests.Corpus;

static partial class Sources
{
    /// <summary>Every trait; parts mapped by attributes where there are some.</summary>
    public const string Traits = Usings + """
        namespace Acme
        {
            public sealed record Laptop([property: Map(To.Id)] string Id, [property: Map(To.Serial)] string? Serial)
            {
                [Map(To.Udid)] public Guid Udid { get; init; }
                [Map(To.HardwareHash)] public string? Hash { get; init; }
                [Map(To.Device)] public DeviceType? Kind { get; init; }
                [Map(To.Model), Map(To.DisplayName)] public string? Model { get; init; }
                [Map(To.Vendor)] public string? Maker { get; init; }
                [Map(To.Compliance)] public DeviceCompliance Compliance { get; init; }
                [Map(To.Management)] public DeviceManagement Management { get; init; }
                [Map(To.Encrypted)] public bool? Encrypted { get; init; }
                [Map(To.Supervised)] public bool Supervised { get; init; }
                [Map(To.Personal)] public bool? Personal { get; init; }
                [Map(To.EnrolledAt)] public DateTime? Enrolled { get; init; }
                [Map(To.ExternalLink)] public Uri? Link { get; init; }
                [Map(To.RawId), Map(To.Alias)] public string? Raw { get; init; }
                [Map(To.Alias)] public string? Other { get; init; }
                [Map(To.Icon)] public string? Picture { get; init; }
            }

            [ResourceType("device", Trait.ManagedDevice)]
            public sealed partial class Devices
            {
                public static IEnumerable<Laptop> ListAsync() => [];
            }

            public sealed record Plan([property: Map(To.Id)] string Id, [property: Map(To.PurchasedSeats)] int Seats, [property: Map(To.ConsumedSeats)] long? Used,
                [property: Map(To.CostPerUnit)] long? Cents, [property: Map(To.LicenseName)] string? Name, [property: Map(To.EntitlementId)] string? Entitlement);

            [ResourceType("plan", Trait.LicenseProfile)]
            public sealed partial class Plans
            {
                public static IEnumerable<Plan> ListAsync() => [];
            }

            public sealed record Contract([property: Map(To.Id)] string Id, [property: Map(To.StartDate)] DateTimeOffset? Start, [property: Map(To.EndDate)] DateTimeOffset? End,
                [property: Map(To.LastDateToTerminate)] DateTime? Last, [property: Map(To.AutoRenewal)] bool Renews, [property: Map(To.AgreementName)] string? Name);

            [ResourceType("contract", Trait.VendorAgreement)]
            public sealed partial class Contracts
            {
                public static IEnumerable<Contract> ListAsync() => [];
            }

            public sealed record Company([property: Map(To.Id)] string Id, [property: Map(To.WebsiteDomain)] string? Domain, [property: Map(To.DeepLink)] Uri? Page);

            [ResourceType("company", Trait.Vendor)]
            public sealed partial class Companies
            {
                public static IEnumerable<Company> ListAsync() => [];
            }

            [ResourceType("finding", Trait.SecurityInsight)]
            public sealed partial class Findings
            {
                public static IEnumerable<Company> ListAsync() => [];

                static void Map(Company company, SecurityInsightBuilder insight) => insight.Id(company.Id)
                    .RiskScore(70, "7/10").RiskFactor("no mfa", RiskSeverity.High).OfUser("ann@example.test");
            }

            [ResourceType("binding", Trait.ScopeBinding)]
            public sealed partial class Bindings
            {
                public static IEnumerable<Company> ListAsync() => [];

                static void Map(Company company, ScopeBindingBuilder binding) => binding.Id(company.Id)
                    .Role(new ResourceKey<Robots>("r")).Scope(new ResourceKey<Companies>(company.Id));
            }

            [ResourceType("robot", Trait.Agent, Trait.Role)]
            public sealed partial class Robots
            {
                public static IEnumerable<Company> ListAsync() => [];

                static AgentBuilder Map(Company company, AgentBuilder agent) => agent.Id(company.Id).Status(true)
                    .Also(new RoleBuilder().Conditions("cel", "request.time < 9"));
            }
        }
        """;

    /// <summary>Every switch of a resource type.</summary>
    public const string Options = Usings + """
        namespace Acme
        {
            public sealed record Item([property: Map(To.Id)] string Id);

            [ResourceType("everything", SkipGrants = true, SourcedExternally = true, OptInRequired = true, SkipSyncAnomalyDetection = true, Deprecated = true,
                Permissions = new[] { "items:read", "items:\"write\"" }, Description = "All", V1Identifier = "things")]
            [Entitlement("use", V1Identifier = "things:{id}:use")]
            [TypeAnnotation("acme.v1.Marker"), TypeAnnotation("acme.v1.Thing", Message = new byte[] { 8, 150, 1 })]
            public sealed partial class Everything
            {
                public static IEnumerable<Item> ListAsync() => [];
            }

            [ResourceType("half", SkipEntitlements = true)]
            [Entitlement("use")]
            public sealed partial class Halves
            {
                public static IEnumerable<Item> ListAsync() => [];
            }

            [ResourceType("none", SkipEntitlements = true, SkipGrants = true)]
            [Entitlement("use")]
            public sealed partial class Nothing
            {
                public static IEnumerable<Item> ListAsync() => [];
            }
        }
        """;
}
