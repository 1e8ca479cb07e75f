using Baton.Generators.Analyzers.Tests.Support;

namespace Baton.Generators.Analyzers.Tests;

/// <summary>What the code of grants and of provisioning must not do.</summary>
public sealed class ProvisioningCodeRuleTests
{
    internal static readonly RuleCase[] Cases =
    [
        new("BATON3101", "prefix, whole ids, concatenation", Groups("""
            [Grants("member")]
            public IEnumerable<Grantee> Members(Team team)
            {
                yield return Grantee.User<Users>([|$"user:{team.Id}"|]);
                yield return Grantee.User<Users>([|"user:" + team.Id|]);
            }

            [Grant("member")]
            public async Task<GrantOutcome> AddAsync(ResourceKey group, Principal who, CancellationToken ct)
            {
                await api.AddAsync(group.Id, who.Id, ct);
                return GrantOutcome.Replaced([|$"group:{group.Id}:member:user:{who.Id}"|]);
            }

            [Revoke("member")]
            public Task RemoveAsync(ResourceKey group, Principal who, CancellationToken ct) => api.RemoveAsync([|group.Id.Split|](':')[0], who.Id, ct);
            """),
            ["put together", "pass the id alone, its type is known"], ["put together", "pass the id alone, its type is known"],
            ["put together", "name an entitlement by its slug, a grant through GrantOutcome.Replaced<TResource, TPrincipal>"],
            ["taken apart", "an id may contain ':' itself, so keep what you need in separate parts, for example in the parent"]),
        new("BATON3101", "negative: messages, other prefixes, and the typed way", Groups("""
            [Grants("member")]
            public IEnumerable<Grantee> Members(Team team)
            {
                yield return Grantee.User<Users>("u").V1Identifier($"group:{team.Id}:member");
                yield return Grantee.User<Users>(team.Id.Length > 3 ? $"urn:{team.Id}" : throw new InvalidOperationException($"user:{team.Id} is too short"));
            }

            [Grant("member")]
            public async Task<GrantOutcome> AddAsync(ResourceKey group, Principal who, CancellationToken ct)
            {
                await api.AddAsync(group.Id, who.Id, ct);
                return GrantOutcome.Replaced<Groups, Users>(group.Id, "member", who.Id);
            }

            [Revoke("member")]
            public Task RemoveAsync(ResourceKey group, Principal who, CancellationToken ct) => api.RemoveAsync(group.Id, who.Id.Split('@')[0] + group.Id.Split(':', 2)[1], ct);
            """)),

        new("BATON3102", "nothing, success, and not implemented", Groups("""
            [Grants("member")]
            public IEnumerable<Grantee> [|Members|](Team team) => throw new NotImplementedException();

            [Grant("member")]
            public Task<GrantOutcome> [|AddAsync|](ResourceKey group, Principal who) => Task.FromResult(GrantOutcome.Granted);

            [Revoke("member")]
            public async Task [|RemoveAsync|](ResourceKey group, Principal who, CancellationToken ct)
            {
                throw new NotSupportedException("cannot be revoked");
            }
            """),
            ["[Grants] method 'Members'", "Groups", "only throws NotImplementedException"], ["[Grant] method 'AddAsync'", "Groups", "calls nothing"],
            ["[Revoke] method 'RemoveAsync'", "Groups", "only throws NotSupportedException"]),
        new("BATON3102", "negative: some cases are not supported", Groups("""
            [Grants("member")]
            public IEnumerable<Grantee> Members(Team team) => [];

            [Grant("member")]
            public Task AddAsync(ResourceKey group, Principal who, CancellationToken ct) =>
                who.Type == "user" ? api.AddAsync(group.Id, who.Id, ct) : throw new NotSupportedException(who.Type);

            [Revoke("member")]
            public Task RemoveAsync(ResourceKey group, Principal who, CancellationToken ct)
            {
                if (group.Id == "everyone")
                    throw new ConnectorException(ErrorCode.FailedPrecondition, "nobody can leave everyone");
                return api.RemoveAsync(group.Id, who.Id, ct);
            }
            """)),

        new("BATON3103", "both", Groups("""
            [Grant("member")]
            public async Task<GrantOutcome> AddAsync(ResourceKey group, Principal who, CancellationToken ct)
            {
                await api.AddAsync(group.Id, who.Id, ct);
                return GrantOutcome.[|Granted|];
            }

            [Revoke("member")]
            public async Task<RevokeOutcome> RemoveAsync(ResourceKey group, Principal who, CancellationToken ct)
            {
                await api.RemoveAsync(group.Id, who.Id, ct);
                return RevokeOutcome.[|Revoked|];
            }
            """),
            ["[Grant] method 'AddAsync'", "Groups", "AlreadyGranted"], ["[Revoke] method 'RemoveAsync'", "Groups", "AlreadyRevoked"]),
        new("BATON3103", "negative: one of two, and an outcome from elsewhere", Groups("""
            async Task<GrantOutcome> Check(Principal who, CancellationToken ct) =>
                await api.HasAsync("", who.Id, ct) ? GrantOutcome.AlreadyGranted : throw new InvalidOperationException("not granted");

            [Grant("member")]
            public async Task<GrantOutcome> AddAsync(ResourceKey group, Principal who, CancellationToken ct) =>
                who.Id == "" ? GrantOutcome.Granted : await Check(who, ct);

            [Revoke("member")]
            public async Task<RevokeOutcome> RemoveAsync(ResourceKey group, Principal who, CancellationToken ct) =>
                await api.RemoveAsync(group.Id, who.Id, ct) ? RevokeOutcome.Revoked : RevokeOutcome.AlreadyRevoked;
            """)),

        new("BATON3104", "arguments of a call, and both ends of a grant", """
            public sealed record Membership(string GroupId, string UserId);

            public interface ISource
            {
                Task AddAsync(string groupId, string userId, CancellationToken ct);

                Task RemoveAsync(string userId, string groupId, CancellationToken ct);
            }

            [ResourceType("group", Trait.Group)]
            [Entitlement("member", Purpose = Purpose.Assignment), Grantable("member", typeof(Users))]
            public sealed partial class Groups(ISource source)
            {
                public IEnumerable<Team> ListAsync() => [];

                static void Map(Team team, GroupBuilder group) => group.Id(team.Id);

                [Grants("member")]
                public IEnumerable<ResourceGrant> Members()
                {
                    foreach (var row in new Membership[] { new("a", "b") })
                    {
                        yield return Grantee.User<Users>([|row.GroupId|]).Immutable().On(row.UserId);
                        yield return Grantee.User<Users>(row.UserId).On(row.GroupId);
                    }
                }

                [Grant("member")]
                public Task AddAsync(ResourceKey group, Principal who, CancellationToken ct) => source.AddAsync([|who.Id|], group.Id, ct);

                [Revoke("member")]
                public Task RemoveAsync(ResourceKey<Groups> group, Principal who, CancellationToken ct) => source.RemoveAsync(who.Id, group.Id, ct);
            }
            """ + Users, ["On", "GroupId", "UserId"], ["AddAsync", "groupId", "userId"]),
        new("BATON3104", "negative: names that say nothing", """
            public interface ISource
            {
                Task LinkAsync(string left, string right, CancellationToken ct);

                Task UnlinkAsync(string member, string memberOf, CancellationToken ct);
            }

            [ResourceType("group", Trait.Group)]
            [Entitlement("member", Purpose = Purpose.Assignment), Grantable("member", typeof(Groups))]
            public sealed partial class Groups(ISource source)
            {
                public IEnumerable<Team> ListAsync() => [];

                static void Map(Team team, GroupBuilder group) => group.Id(team.Id);

                [Grant("member")]
                public Task AddAsync(ResourceKey group, Principal who, CancellationToken ct) => source.LinkAsync(who.Id, group.Id, ct);

                [Revoke("member")]
                public Task RemoveAsync(ResourceKey group, Principal who, CancellationToken ct) => source.UnlinkAsync(who.Id, group.Id, ct);
            }
            """),

        new("BATON3105", "of the principal and of a resource without parent", Groups("""
            [Grant("member")]
            public Task AddAsync(ResourceKey group, Principal who, CancellationToken ct) => api.AddAsync(group.Id, who.[|Parent|]?.Id ?? "", ct);

            [Revoke("member")]
            public Task RemoveAsync(ResourceKey group, Principal who, CancellationToken ct)
            {
                var tenant = group.[|Parent|] is { } parent ? parent.Id : "none";
                return api.RemoveAsync(tenant, who.Id, ct);
            }
            """), ["[Grant] method 'AddAsync'", "Groups", "who"], ["[Revoke] method 'RemoveAsync'", "Groups", "group"]),
        new("BATON3105", "negative: a resource that is listed under a parent", """
            [ResourceType("folder")]
            [Entitlement("reader", Purpose = Purpose.Permission), Grantable("reader", typeof(Folders))]
            public sealed partial class Folders(Api api)
            {
                public IEnumerable<Folder> ListAsync() => [];

                public IAsyncEnumerable<Folder> ListAsync(ResourceKey<Folders> parent, CancellationToken ct) => api.FoldersAsync(parent.Id, ct);

                static void Map(Folder folder, PlainBuilder resource) => resource.Id(folder.Id);

                [Grant("reader")]
                public Task AddAsync(ResourceKey folder, Principal who, CancellationToken ct) => api.AddAsync(folder.Parent?.Id + folder.Id, who.Id, ct);

                [Revoke("reader")]
                public Task RemoveAsync(ResourceKey folder, Principal who, CancellationToken ct) => api.RemoveAsync(folder.Id, who.Id, ct);
            }
            """),

        new("BATON3106", "type of another assembly", Groups("""
            [Grants("member")]
            public IEnumerable<Grantee> Members(Team team) =>
                [Grantee.Of<[|Foreign|]>(team.Id), Grantee.User<Users>(team.Id), Grantee.Group<Groups>(team.Id).Expanding("member").Only<[|Foreign|]>()];
            """, "typeof(Users), typeof(Groups)") + """

            public sealed class Foreign : Baton.CompilerServices.IResourceType
            {
                public static Baton.CompilerServices.ResourceTypeDefinition Definition => throw new InvalidOperationException();
            }
            """, ["Of", "Foreign"], ["Only", "Foreign"]),

        new("BATON1101", "empty, checks only, logs only", """
            using Microsoft.Extensions.Logging;

            [Connector("baton-acme")]
            public sealed partial class AcmeConnector(ILogger<AcmeConnector> logger)
            {
                public Task [|ValidateAsync|](CancellationToken ct)
                {
                    ArgumentNullException.ThrowIfNull(logger);
                    logger.LogInformation("valid {Text}", string.Join(",", "a", "b"));
                    return Task.CompletedTask;
                }
            }
            """, ["AcmeConnector"]),

        new("BATON4101", "log, exception, resource, through a local and a text", """
            using Microsoft.Extensions.Logging;

            [ConnectorConfig]
            public sealed partial record Settings
            {
                [Field(Secret = true)]
                public required string Token { get; init; }

                [Field]
                public required string Region { get; init; }
            }

            [Connector("baton-acme")]
            public sealed partial class AcmeConnector(Settings settings, Api api, ILogger<AcmeConnector> logger)
            {
                public async Task ValidateAsync(CancellationToken ct)
                {
                    var text = $"{settings.Region} {settings.[|Token|].Trim()}";
                    var shown = text + "!";
                    logger.LogDebug(shown);
                    logger.LogInformation("{Region} {Length} {Known}", settings.Region, settings.Token.Length, settings.Token == "x");
                    Console.WriteLine(string.Concat("token ", settings.[|Token|]));
                    await api.PingAsync(ct);
                    if (settings.Token.Length == 0)
                        throw new InvalidOperationException("bad token " + settings.[|Token|]);
                    Use(settings.Token);
                }

                static void Use(string token) => GC.KeepAlive(token);
            }
            """, ["Token", "the log"], ["Token", "the output"], ["Token", "the text of an exception"]),
    ];

    public static TheoryData<string> Names => RuleCase.NamesOf(Cases);

    [Theory]
    [MemberData(nameof(Names))]
    public Task Mistake(string name) => RuleCase.VerifyAsync(Cases, name);

    const string Users = """


        [ResourceType("user", Trait.User)]
        public sealed partial class Users
        {
            public IEnumerable<Person> ListAsync() => [];

            static void Map(Person person, UserBuilder user) => user.Id(person.Id).Email(person.Email);
        }
        """;

    static string Groups(string members, string grantable = "typeof(Users)") => $$"""
        [ResourceType("group", Trait.Group)]
        [Entitlement("member", Purpose = Purpose.Assignment), Grantable("member", {{grantable}})]
        public sealed partial class Groups(Api api)
        {
            public IAsyncEnumerable<Team> ListAsync(CancellationToken ct) => api.TeamsAsync(ct);

            static void Map(Team team, GroupBuilder group) => group.Id(team.Id);

            {{members}}
        }
        """ + Users;
}
