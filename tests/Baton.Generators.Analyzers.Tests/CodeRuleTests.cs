using Baton.Generators.Analyzers.Tests.Support;

namespace Baton.Generators.Analyzers.Tests;

/// <summary>Cancellation, errors and clients in the code of a connector.</summary>
public sealed class CodeRuleTests
{
    internal static readonly RuleCase[] Cases =
    [
        new("BATON6001", "optional parameter, overload, and in a lambda", Connector("""
            public async Task ValidateAsync(CancellationToken stop)
            {
                await source.[|PingAsync|]();
                await source.[|AskAsync|]("a");
                await Task.WhenAll(new[] { "a" }.Select(name => source.[|AskAsync|](name)));
            }
            """), ["stop", "PingAsync"], ["stop", "AskAsync"], ["stop", "AskAsync"]),
        new("BATON6001", "negative: passed, passed from outside, none to pass", Connector("""
            public async Task ValidateAsync(CancellationToken ct)
            {
                await source.PingAsync(ct);
                try { await source.AskAsync("a", ct); }
                finally { await source.AskAsync("b", CancellationToken.None); }
                await foreach (var item in source.ItemsAsync().WithCancellation(ct).ConfigureAwait(false))
                    await source.PingAsync(ct);
            }
            """)),
        new("BATON6001", "another token", Connector("""
            public Task ValidateAsync(CancellationToken ct) => source.AskAsync("a", [|CancellationToken.None|]);
            """), ["ct", "AskAsync"]),
        new("BATON6002", "no parameter", Connector("""
            public async Task [|ValidateAsync|]()
            {
                await source.PingAsync();
                await source.AskAsync("a");
            }
            """), ["AcmeConnector", "ValidateAsync", "PingAsync"]),
        new("BATON6002", "negative: nothing that could be cancelled", Connector("""
            public Task ValidateAsync() => source.PlainAsync();
            """)),

        new("BATON6003", "clients and sockets", """
            using System.Net.Sockets;

            [Connector("baton-acme")]
            public sealed partial class AcmeConnector
            {
                readonly HttpClient _http = new [|HttpClient|]();

                public async Task ValidateAsync(CancellationToken ct)
                {
                    using var socket = new [|TcpClient|]();
                    await _http.GetStringAsync("https://api.acme.example", ct);
                }
            }

            public static class Helper
            {
                public static HttpClient Make() => [|new()|];
            }
            """, ["HttpClient"], ["TcpClient"], ["HttpClient"]),
        new("BATON6003", "negative: a library", """
            public static class Helper
            {
                public static HttpClient Make() => new();
            }
            """),

        new("BATON6003", "in tests the connector and what it is made of", """
            [Connector("baton-acme")]
            public sealed partial class AcmeConnector(Source source)
            {
                public Task ValidateAsync(CancellationToken ct) => source.AskAsync(ct);
            }

            public sealed class Source(Deeper deeper)
            {
                readonly HttpClient _http = new [|HttpClient|]();

                public Task AskAsync(CancellationToken ct) => deeper.AskAsync(_http, ct);
            }

            public sealed class Deeper
            {
                public Task AskAsync(HttpClient http, CancellationToken ct)
                {
                    http ??= new [|HttpClient|]();
                    return http.GetStringAsync("https://api.acme.example", ct);
                }
            }

            public sealed class ConnectorTests
            {
                readonly HttpClient _http = new();

                public async Task Answers()
                {
                    using var other = new HttpClient { BaseAddress = new("https://localhost") };
                    await other.GetStringAsync("/");
                    await _http.GetStringAsync("/");
                }
            }
            """, ["HttpClient"], ["HttpClient"]) { IsTest = true },

        new("BATON6004", "list, and grants in a loop", Groups("""
            public async Task<Page<Team, int>> ListAsync(int? cursor, CancellationToken ct)
            {
                try
                {
                    return new(await api.TeamPageAsync(cursor ?? 0, ct), (cursor ?? 0) + 1);
                }
                [|catch|]
                {
                    return new([]);
                }
            }

            [Grants("member")]
            public IEnumerable<Grantee> Members(Team team)
            {
                var grantees = new List<Grantee>();
                try
                {
                    grantees.Add(Grantee.Group<Groups>(team.Name));
                }
                [|catch|] (ArgumentException error)
                {
                    Console.WriteLine(error.Message);
                }
                return grantees;
            }
            """), ["'ListAsync'", "Groups"], ["[Grants] method 'Members'", "Groups"]),
        new("BATON6004", "negative: rethrown, filtered, warned", Groups("""
            public async Task<Page<Team, int>> ListAsync(int? cursor, CancellationToken ct)
            {
                try
                {
                    return new(await api.TeamPageAsync(cursor ?? 0, ct), (cursor ?? 0) + 1);
                }
                catch (HttpRequestException error) when (error.StatusCode == System.Net.HttpStatusCode.NotFound)
                {
                    return new([]);
                }
                catch (FormatException)
                {
                    warnings.Add("page cannot be read");
                    return new([]);
                }
                catch (TimeoutException)
                {
                    await api.PingAsync(ct);
                    throw;
                }
            }

            [Grants("member")]
            public IEnumerable<Grantee> Members(Team team) => [];
            """)),

        new("BATON6005", "message only, and thrown again", Groups("""
            public async Task<Page<Team, int>> ListAsync(int? cursor, CancellationToken ct)
            {
                try
                {
                    return new(await api.TeamPageAsync(cursor ?? 0, ct), (cursor ?? 0) + 1);
                }
                catch (HttpRequestException error)
                {
                    throw new [|InvalidOperationException|]($"no teams: {error.Message}");
                }
                catch (TimeoutException error)
                {
                    throw [|error|];
                }
                catch (IOException)
                {
                    throw new [|ConnectorException|](ErrorCode.Internal, "no teams");
                }
            }

            [Grants("member")]
            public IEnumerable<Grantee> Members(Team team) => [];
            """),
            ["'ListAsync'", "Groups", "pass the caught exception as the inner one"], ["'ListAsync'", "Groups", "write 'throw;'"],
            ["'ListAsync'", "Groups", "pass the caught exception as the inner one"]),
        new("BATON6005", "negative: inner exception", Groups("""
            public async Task<Page<Team, int>> ListAsync(int? cursor, CancellationToken ct)
            {
                try
                {
                    return new(await api.TeamPageAsync(cursor ?? 0, ct), (cursor ?? 0) + 1);
                }
                catch (HttpRequestException error)
                {
                    throw new ConnectorException(ErrorCode.Internal, "no teams", error);
                }
            }

            [Grants("member")]
            public IEnumerable<Grantee> Members(Team team) => [];
            """)),
        new("BATON6006", "thrown", Groups("""
            public IEnumerable<Team> ListAsync() => throw new [|Exception|]("no teams");

            [Grants("member")]
            public IEnumerable<Grantee> Members(Team team) => [];
            """), ["'ListAsync'", "Groups"]),
    ];

    public static TheoryData<string> Names => RuleCase.NamesOf(Cases);

    [Theory]
    [MemberData(nameof(Names))]
    public Task Mistake(string name) => RuleCase.VerifyAsync(Cases, name);

    static string Connector(string members) => $$"""
        public interface ISource
        {
            Task PingAsync(CancellationToken ct = default);

            Task AskAsync(string question);

            Task AskAsync(string question, CancellationToken ct);

            Task PlainAsync();

            IAsyncEnumerable<string> ItemsAsync(CancellationToken ct = default);
        }

        [Connector("baton-acme")]
        public sealed partial class AcmeConnector(ISource source)
        {
            {{members}}

            internal static void ConfigureServices(Microsoft.Extensions.DependencyInjection.IServiceCollection services) { }
        }
        """;

    static string Groups(string members) => $$"""
        using System.IO;

        [ResourceType("group", Trait.Group)]
        [Entitlement("member", Purpose = Purpose.Assignment), Grantable("member", typeof(Groups))]
        public sealed partial class Groups(Api api, ISyncWarnings warnings)
        {
            {{members}}

            static void Map(Team team, GroupBuilder group) => group.Id(team.Id).Description(nameof(api) + nameof(warnings));
        }
        """;
}
