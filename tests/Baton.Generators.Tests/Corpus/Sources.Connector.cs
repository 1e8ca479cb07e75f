namespace Baton.Generators.Tests.Corpus;

static partial class Sources
{
    /// <summary>A whole connector, as the guide shows it.</summary>
    public const string Directory = Usings + """"
        namespace Acme
        {
            [Connector("baton-acme", DisplayName = "Acme Directory", Description = "Users and groups of \"Acme\".", HelpUrl = "/docs/baton/acme", IconUrl = "/static/acme.svg")]
            public sealed partial class AcmeConnector(AcmeConfig config, AcmeApi api)
            {
                public AcmeConfig Config => config;

                public Task ValidateAsync(CancellationToken ct) => api.PingAsync(ct);
            }

            [ConnectorConfig]
            public sealed partial record AcmeConfig
            {
                [Field(DisplayName = "API token", Description = "The API token", Placeholder = "tok_...", Secret = true)]
                public required string ApiToken { get; init; }

                [Field(Description = "The base URL")]
                public Uri BaseUrl { get; init; } = new("https://api.acme.example");
            }

            public sealed record AcmeUser(string Id, string Name, string Email, bool Active, string? Department);

            public sealed record AcmeGroup(string Id, string Name);

            public sealed record AcmeMember(string Id, bool IsGroup);

            public class AcmeApi(AcmeConfig config)
            {
                public List<string> Calls { get; } = [];

                public Task PingAsync(CancellationToken ct)
                {
                    ct.ThrowIfCancellationRequested();
                    Calls.Add("ping " + config.BaseUrl);
                    return Task.CompletedTask;
                }

                public async IAsyncEnumerable<AcmeUser> UsersAsync([EnumeratorCancellation] CancellationToken ct)
                {
                    await Task.Yield();
                    ct.ThrowIfCancellationRequested();
                    yield return new("u1", "Ann", "ann@acme.example", true, "R&D");
                    yield return new("u2", "Bob", "", false, null);
                }

                public async IAsyncEnumerable<AcmeGroup> GroupsAsync([EnumeratorCancellation] CancellationToken ct)
                {
                    await Task.Yield();
                    ct.ThrowIfCancellationRequested();
                    yield return new("g1", "All");
                    yield return new("g2", "Some");
                }

                public async IAsyncEnumerable<AcmeMember> MembersAsync(string group, [EnumeratorCancellation] CancellationToken ct)
                {
                    await Task.Yield();
                    ct.ThrowIfCancellationRequested();
                    yield return new("u1", false);
                    if (group == "g1")
                        yield return new("g2", true);
                }

                public Task AddAsync(string group, string user, CancellationToken ct)
                {
                    ct.ThrowIfCancellationRequested();
                    Calls.Add($"add {group} {user}");
                    return Task.CompletedTask;
                }

                public Task RemoveAsync(string group, string user, CancellationToken ct)
                {
                    ct.ThrowIfCancellationRequested();
                    Calls.Add($"remove {group} {user}");
                    return Task.CompletedTask;
                }
            }

            [ResourceType("user", Trait.User)]
            public sealed partial class Users(AcmeApi api)
            {
                public IAsyncEnumerable<AcmeUser> ListAsync(CancellationToken ct) => api.UsersAsync(ct);

                static void Map(AcmeUser u, UserBuilder r) => r
                    .Id(u.Id).DisplayName(u.Name).Email(u.Email).Status(u.Active).Profile("department", u.Department);
            }

            [ResourceType("group", Trait.Group)]
            [Entitlement("member", Purpose = Purpose.Assignment, DisplayName = "{resource} member")]
            [Grantable("member", typeof(Users), typeof(Groups))]
            public sealed partial class Groups(AcmeApi api)
            {
                public IAsyncEnumerable<AcmeGroup> ListAsync(CancellationToken ct) => api.GroupsAsync(ct);

                static void Map(AcmeGroup g, GroupBuilder r) => r.Id(g.Id).DisplayName(g.Name);

                [Grants("member")]
                public async IAsyncEnumerable<Grantee> MembersAsync(AcmeGroup group, [EnumeratorCancellation] CancellationToken ct)
                {
                    await foreach (var m in api.MembersAsync(group.Id, ct))
                        yield return m.IsGroup ? Grantee.Group<Groups>(m.Id).Expanding("member") : Grantee.User<Users>(m.Id);
                }

                [Grant("member")]
                public Task AddAsync(ResourceKey group, Principal who, CancellationToken ct) => api.AddAsync(group.Id, who.Id, ct);

                [Revoke("member")]
                public Task RemoveAsync(ResourceKey group, Principal who, CancellationToken ct) => api.RemoveAsync(group.Id, who.Id, ct);
            }
        }
        """";
}
