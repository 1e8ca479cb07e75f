namespace Baton.Generators.Tests.Corpus;

static partial class Sources
{
    /// <summary>Entitlements of single resources in all scopes and shapes; exclusion groups; grants and provisioning of any entitlement.</summary>
    public const string Entitlements = Usings + """
        namespace Acme
        {
            public sealed record Repo(string Id, string Name, string[] Roles);

            [ResourceType("user", Trait.User)]
            public sealed partial class Users
            {
                public static IEnumerable<Repo> ListAsync() => [];

                static void Map(Repo repo, UserBuilder user) => user.Id(repo.Id);
            }

            [ResourceType("repo")]
            [Entitlement("read", ExclusionGroup = "level", ExclusionDefault = true, Immutable = true, ImmutableSource = "policy", ImmutableMetadata = ["why=built in", "since"])]
            [Entitlement("write", ExclusionGroup = "level", ExclusionOrder = 2)]
            [Entitlement("audit", ExclusionGroup = "all", ExclusionAcrossResources = true)]
            [EntitlementAnnotation("audit", "acme.v1.Marker"), EntitlementAnnotation("audit", "acme.v1.Thing", Message = new byte[] { 8, 1 })]
            [Grantable("read", typeof(Users))]
            public sealed partial class Repos
            {
                public List<string> Calls { get; } = [];

                public IEnumerable<Repo> ListAsync() => [new("r1", "One", ["triage", "maintain"])];

                static void Map(Repo repo, PlainBuilder resource) => resource.Id(repo.Id).DisplayName(repo.Name);

                [Entitlements]
                public static IEnumerable<DynamicEntitlement> Roles(Repo repo) => repo.Roles.Select(role =>
                    new DynamicEntitlement(role) { Purpose = Purpose.Assignment }.GrantableTo<Users>().Annotate(Annotation.RawId("raw")));

                [Grants]
                public static IEnumerable<Grantee> Members(Repo repo) =>
                    repo.Roles.Select(role => Grantee.User<Users>("u-" + role).For(role)).Append(Grantee.User<Users>("u0").For("read"));

                [Grant]
                public Task AddAsync(string slug, ResourceKey repo, Principal who)
                {
                    Calls.Add($"+{repo.Id}:{slug}:{who.Id}");
                    return Task.CompletedTask;
                }

                [Grant("audit")]
                public Task<GrantOutcome> AuditAsync(ResourceKey repo, Principal who) => Task.FromResult(GrantOutcome.AlreadyGranted);

                [Revoke]
                public Task<RevokeOutcome> RemoveAsync(ResourceKey repo, Principal who, string slug, CancellationToken ct)
                {
                    Calls.Add($"-{repo.Id}:{slug}:{who.Id}");
                    return Task.FromResult(RevokeOutcome.Revoked);
                }
            }

            public sealed record At(int Page, bool Deep);

            [ResourceType("site")]
            public sealed partial class Sites
            {
                public static IEnumerable<Repo> ListAsync() => [];

                static void Map(Repo repo, PlainBuilder resource) => resource.Id(repo.Id);

                [Entitlements]
                public Task<Page<DynamicEntitlement, At>> LevelsAsync(ResourceKey<Sites> site, At? at, CancellationToken ct) => Task.FromResult(at is null
                    ? new Page<DynamicEntitlement, At>([new("first")], new At(1, true))
                    : new Page<DynamicEntitlement, At>([new($"page{at.Page}-{site.Id}")]));

                [Grants]
                public static async IAsyncEnumerable<ResourceGrant> HoldersAsync([EnumeratorCancellation] CancellationToken ct)
                {
                    await Task.Delay(0, ct);
                    yield return Grantee.External(Trait.User, "email", "ann@example.test").For("first").On("s1");
                    yield return Grantee.User<Users>("u1").For("first").Metadata("via", "rule").Immutable("rule-1").On("s1");
                }
            }

            [ResourceType("room")]
            public sealed partial class Rooms
            {
                public static IEnumerable<Repo> ListAsync() => [];

                static void Map(Repo repo, PlainBuilder resource) => resource.Id(repo.Id).DisplayName(repo.Name);

                [Entitlements]
                public static async IAsyncEnumerable<ResourceEntitlement> DoorsAsync()
                {
                    await Task.Yield();
                    yield return new DynamicEntitlement("enter").On("room1");
                    yield return new DynamicEntitlement("clean").On("room2");
                }

                [Grants]
                public static IEnumerable<ResourceGrant<Repo>> Seen() =>
                [
                    Grantee.User<Users>("u1").For("enter").OnModel(new Repo("hidden", "Hidden", [])),
                    Grantee.User<Users>("u2").For("enter").OnModel(new Repo("hidden", "Hidden", []), new ResourceKey("site", "s1")),
                ];
            }
        }
        """;
}
