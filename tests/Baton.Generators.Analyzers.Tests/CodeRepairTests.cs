using Baton.Generators.Analyzers.Tests.Support;
using Baton.Generators.CodeFixes;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Baton.Generators.Analyzers.Tests;

/// <summary>Repairs of single places: what they are called, what they write, and that the diagnostic is gone.</summary>
public sealed class CodeRepairTests
{
    /// <summary>One repair: the marked text is replaced.</summary>
    sealed record Case(CodeFixProvider Fix, string Title, string Source, string Expected, string Remaining = "");

    static readonly Case[] Cases =
    [
        new(new AddCounterpartFix(), "Add a [Revoke] method", Groups("""
            [Grant("member")]
                public Task AddAsync(ResourceKey group, Principal who, CancellationToken ct) => api.AddAsync(group.Id, who.Id, ct);
            """), Groups("""
            [Grant("member")]
                public Task AddAsync(ResourceKey group, Principal who, CancellationToken ct) => api.AddAsync(group.Id, who.Id, ct);

                [Revoke("member")]
                public Task RevokeMemberAsync(ResourceKey resource, Principal principal, CancellationToken ct) => throw new NotImplementedException();
            """), "BATON3102"),
        new(new AddCounterpartFix(), "Add a [Grant] method", Groups("""
            [Revoke("member")]
                public Task RemoveAsync(ResourceKey group, Principal who, CancellationToken ct) => api.RemoveAsync(group.Id, who.Id, ct);
            """), Groups("""
            [Revoke("member")]
                public Task RemoveAsync(ResourceKey group, Principal who, CancellationToken ct) => api.RemoveAsync(group.Id, who.Id, ct);

                [Grant("member")]
                public Task GrantMemberAsync(ResourceKey resource, Principal principal, CancellationToken ct) => throw new NotImplementedException();
            """), "BATON3102"),

        new(new PassTokenFix(), "Pass 'stop'", Connector("public Task ValidateAsync(CancellationToken stop) => source.PingAsync();"),
            Connector("public Task ValidateAsync(CancellationToken stop) => source.PingAsync(stop);")),
        new(new PassTokenFix(), "Pass 'ct'", Connector("public Task ValidateAsync(CancellationToken ct) => source.AskAsync(\"a\");"),
            Connector("public Task ValidateAsync(CancellationToken ct) => source.AskAsync(\"a\", cancel: ct);")),

        new(new PassTokenFix(), "Pass 'ct'", Connector("public Task ValidateAsync(CancellationToken ct) => source.AskAsync(\"a\", cancel: CancellationToken.None);"),
            Connector("public Task ValidateAsync(CancellationToken ct) => source.AskAsync(\"a\", cancel: ct);")),

        new(new TakeTokenFix(), "Take a CancellationToken", Connector("public Task ValidateAsync() => source.PingAsync();"),
            Connector("public Task ValidateAsync(CancellationToken ct) => source.PingAsync();"), "BATON6001"),
        new(new TakeTokenFix(), "Take a CancellationToken", Listing("public async IAsyncEnumerable<Team> ListAsync()", "yield return await source.TeamAsync();"),
            Listing("public async IAsyncEnumerable<Team> ListAsync([EnumeratorCancellation] CancellationToken ct)", "yield return await source.TeamAsync();"),
            "BATON6001"),

        new(new RethrowFix(), "Rethrow the error", Catching("catch (HttpRequestException)", "Console.WriteLine(1);\n            return new([]);"),
            Catching("catch (HttpRequestException)", "Console.WriteLine(1);\n            throw;")),

        new(new KeepCauseFix(), "Pass the caught exception as the inner one",
            Catching("catch (HttpRequestException error)", "throw new ConnectorException(ErrorCode.Internal, error.Message);"),
            Catching("catch (HttpRequestException error)", "throw new ConnectorException(ErrorCode.Internal, error.Message, error);")),
        new(new KeepCauseFix(), "Pass the caught exception as the inner one",
            Catching("catch (HttpRequestException)", "throw new InvalidOperationException(\"no teams\");"),
            Catching("catch (HttpRequestException error)", "throw new InvalidOperationException(\"no teams\", error);")),
        new(new KeepCauseFix(), "Write 'throw;'", Catching("catch (HttpRequestException error)", "throw error;"),
            Catching("catch (HttpRequestException error)", "throw;"), "CS0168"),

        new(new TypedExceptionFix(), "Throw ConnectorException", Connector("public Task ValidateAsync(CancellationToken ct) => throw new Exception(\"no\");"),
            Connector("public Task ValidateAsync(CancellationToken ct) => throw new ConnectorException(ErrorCode.Internal, \"no\");"), "BATON1101"),

        new(new NextPageFix(), "Return 'page.NextToken' as the next cursor", Paged("return new(page.Teams);"), Paged("return new(page.Teams, page.NextToken);")),

        new(new NumberAsTextFix(), "Use its text", Mapped(".Profile(\"badge\", row.Badge)"),
            Mapped(".Profile(\"badge\", row.Badge.ToString(System.Globalization.CultureInfo.InvariantCulture))")),
        new(new NumberAsTextFix(), "Use its text", Mapped(".Profile(\"desk\", row.Desk)"),
            Mapped(".Profile(\"desk\", row.Desk?.ToString(System.Globalization.CultureInfo.InvariantCulture))")),

        new(new UtcTimeFix(), "Say that it is UTC", Mapped(".CreatedAt(row.Hired)"), Mapped(".CreatedAt(DateTime.SpecifyKind(row.Hired, DateTimeKind.Utc))")),
        new(new UtcTimeFix(), "Use UtcNow", Mapped(".CreatedAt(DateTime.Now)"), Mapped(".CreatedAt(DateTime.UtcNow)")),

        new(new NullConditionalFix(), "Use '?.'", Mapped(".DisplayName(row.Nick.Trim().ToUpperInvariant())"),
            Mapped(".DisplayName(row.Nick?.Trim().ToUpperInvariant())")),

        new(new HttpsFix(), "Use https", "[Connector(\"baton-acme\", HelpUrl = \"http://acme.example\")]\npublic sealed partial class Acme;",
            "[Connector(\"baton-acme\", HelpUrl = \"https://acme.example\")]\npublic sealed partial class Acme;"),

        new(new PlainIdFix(), "Pass the id alone", Groups("""
            [Grants("member")]
                public IEnumerable<Grantee> Members(Team team) => [Grantee.Group<Groups>($"group:{team.Name}")];
            """), Groups("""
            [Grants("member")]
                public IEnumerable<Grantee> Members(Team team) => [Grantee.Group<Groups>(team.Name)];
            """)),
        new(new PlainIdFix(), "Name the grant by types", Groups("""
            static GrantOutcome Swap(ResourceKey group, Principal who) => GrantOutcome.Replaced($"group:{group.Id}:member:group:{who.Id}");
            """), Groups("""
            static GrantOutcome Swap(ResourceKey group, Principal who) => GrantOutcome.Replaced<Groups, Groups>(group.Id, "member", who.Id);
            """)),

        new(new SwapIdsFix(), "Swap the ids", Swapped("source.AddAsync(who.Id, team.Id, ct)"), Swapped("source.AddAsync(team.Id, who.Id, ct)")),

        new(new PlainSlugFix(), "Call it 'read-all'", Slugged("Read: all"), Slugged("read-all")),
        new(new PlainSlugFix(), "Call it 'team-of-acme'", "[ResourceType(\"team of acme\")]\n" + Plain, "[ResourceType(\"team-of-acme\")]\n" + Plain),

        new(new InitSetterFix(), "Make it { get; init; }", Setting("public string? Region { get; }"), Setting("public string? Region { get; init; }")),
        new(new OptionalBoolFix(), "Make it optional", Setting("public required bool Archived { get; init; }"), Setting("public bool Archived { get; init; }")),

        new(new RegisterTypeFix(), "Make 'Sites' a resource type", Parented("public class Sites;"), Parented("[ResourceType(\"site\")]\npublic partial class Sites;"), "BATON2010"),

        new(new DeclareMembershipFix(), "Declare entitlement 'assigned'", Roles(""), Roles("\n[Entitlement(\"assigned\", Purpose = Purpose.Assignment)]"), "BATON3010"),
    ];

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Cases.Length)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task Repair(int number)
    {
        var repair = Cases[number];
        using var test = new FixTest(repair.Source);
        var (title, source) = await test.ApplyAsync(repair.Fix);

        Assert.Equal(repair.Title, title);
        Assert.Equal(repair.Expected.ReplaceLineEndings("\n"), source);
        Assert.Equal(repair.Expected.ReplaceLineEndings("\n"), await test.ApplyAllAsync(repair.Fix));
        var compilation = TestCompilation.Create([("Prelude.cs", TestCompilation.Prelude), ("Test.cs", source)]).WithGeneratedCode();
        var left = (await Analysis.RunAsync(compilation)).Select(static diagnostic => diagnostic.Id).Distinct();
        Assert.Equal(repair.Remaining.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(static id => id.StartsWith("BATON", StringComparison.Ordinal)), left);
        if (!repair.Remaining.StartsWith("BATON2", StringComparison.Ordinal))
            Expect.Compiles(compilation);
    }

    static string Groups(string members) => $$"""
        [ResourceType("group", Trait.Group)]
        [Entitlement("member"), Grantable("member", typeof(Groups))]
        public sealed partial class Groups(Api api)
        {
            public IAsyncEnumerable<Team> ListAsync(CancellationToken ct) => api.TeamsAsync(ct);

            static void Map(Team team, GroupBuilder group) => group.Id(team.Id);

            {{members}}
        }
        """;

    static string Connector(string member) => $$"""
        public interface ISource
        {
            Task PingAsync(CancellationToken ct = default);

            Task AskAsync(string question, int times = 1, CancellationToken cancel = default);
        }

        [Connector("baton-acme")]
        public sealed partial class AcmeConnector(ISource source)
        {
            {{member}}

            internal static void ConfigureServices(Microsoft.Extensions.DependencyInjection.IServiceCollection services) { }
        }
        """;

    static string Listing(string head, string statement) => $$"""
        public interface ISource
        {
            Task<Team> TeamAsync(CancellationToken ct = default);
        }

        [ResourceType("team")]
        public sealed partial class Teams(ISource source)
        {
            {{head}}
            {
                {{statement}}
            }

            static void Map(Team team, PlainBuilder resource) => resource.Id(team.Id);
        }
        """;

    static string Catching(string head, string statements) => $$"""
        [ResourceType("team")]
        public sealed partial class Teams(Api api)
        {
            public async Task<Page<Team, int>> ListAsync(int? cursor, CancellationToken ct)
            {
                try
                {
                    return new(await api.TeamPageAsync(cursor ?? 0, ct), (cursor ?? 0) + 1);
                }
                {{head}}
                {
                    {{statements}}
                }
            }

            static void Map(Team team, PlainBuilder resource) => resource.Id(team.Id);
        }
        """;

    static string Paged(string statement) => $$"""
        public sealed record TeamPage(IReadOnlyList<Team> Teams, string? NextToken);

        public interface ISource
        {
            Task<TeamPage> PageAsync(string? token, CancellationToken ct);
        }

        [ResourceType("team")]
        public sealed partial class Teams(ISource source)
        {
            public async Task<Page<Team>> ListAsync(string? cursor, CancellationToken ct)
            {
                var page = await source.PageAsync(cursor, ct);
                {{statement}}
            }

            static void Map(Team team, PlainBuilder resource) => resource.Id(team.Id);
        }
        """;

    static string Mapped(string calls) => $$"""
        public sealed record Row(string Id, long Badge, long? Desk, DateTime Hired, string? Nick);

        [ResourceType("row")]
        public sealed partial class Rows
        {
            public IEnumerable<Row> ListAsync() => [];

            static void Map(Row row, PlainBuilder resource) => resource.Id(row.Id){{calls}};
        }
        """;

    static string Swapped(string call) => $$"""
        public interface ISource
        {
            Task AddAsync(string teamId, string userId, CancellationToken ct);
        }

        [ResourceType("team", Trait.Group)]
        [Entitlement("member"), Grantable("member", typeof(Teams))]
        public sealed partial class Teams(ISource source)
        {
            public IEnumerable<Team> ListAsync() => [];

            static void Map(Team team, GroupBuilder group) => group.Id(team.Id);

            [Grant("member"), Revoke("member")]
            public Task ChangeAsync(ResourceKey team, Principal who, CancellationToken ct) => {{call}};
        }
        """;

    const string Plain = """
        public sealed partial class Teams
        {
            public IEnumerable<Team> ListAsync() => [];

            static void Map(Team team, PlainBuilder resource) => resource.Id(team.Id);
        }
        """;

    static string Slugged(string slug) => $"[ResourceType(\"team\")]\n[Entitlement(\"{slug}\")]\n{Plain}";

    static string Roles(string attribute) => $$"""
        [ResourceType("role", Trait.Role)]{{attribute}}
        public sealed partial class Roles
        {
            public IEnumerable<Team> ListAsync() => [];

            static void Map(Team team, RoleBuilder role) => role.Id(team.Id);
        }
        """;

    static string Setting(string property) => $$"""
        [ConnectorConfig]
        public sealed partial record Settings
        {
            [Field]
            {{property}}
        }
        """;

    static string Parented(string parent) => $$"""
        {{parent}}

        [ResourceType("folder")]
        public sealed partial class Folders(Api api)
        {
            public IAsyncEnumerable<Folder> ListAsync(ResourceKey<Sites> site, CancellationToken ct) => api.FoldersAsync(site.Id, ct);

            static void Map(Folder folder, PlainBuilder resource) => resource.Id(folder.Id);
        }
        """;
}
