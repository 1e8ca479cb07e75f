namespace Baton.Generators.Tests.Corpus;

static partial class Sources
{
    /// <summary>A setting of every kind, required and with a default.</summary>
    public const string Config = Usings + """"
        namespace Acme
        {
            public enum Region { UsEast, Eu, @default }

            [Connector("baton-lab")]
            public sealed partial class LabConnector
            {
                public ValueTask ValidateAsync() => default;
            }

            [ConnectorConfig]
            public sealed partial record LabConfig
            {
                [Field(DisplayName = "API token", Description = "The API token", Placeholder = "tok_...", Secret = true)]
                public required string ApiToken { get; init; }
                [Field(Description = "Where")] public required Region Region { get; init; }
                [Field] public required Uri Endpoint { get; init; }
                [Field] public required int Count { get; init; }
                [Field] public required long Size { get; init; }
                [Field] public required string[] Orgs { get; init; }
                [Field] public string Plain { get; init; } = "it's \"quoted\" \\ \t \u2028 ünï 😀 \ud800";
                [Field] public string? Nothing { get; init; }
                [Field] public string Empty { get; init; } = "";
                [Field(Name = "base-url", ShortHand = 'b')] public Uri Base { get; init; } = new("https://api.example.com");
                [Field(Hidden = true)] public Region Fallback { get; init; } = Region.UsEast;
                [Field] public Region? Other { get; init; }
                [Field] public bool VerifyTls { get; init; } = true;
                [Field] public bool Debug { get; init; }
                [Field] public int PageSize { get; init; } = 100;
                [Field] public int? Limit { get; init; }
                [Field] public long Zero { get; init; } = 0;
                [Field] public long Offset { get; init; } = long.MinValue;
                [Field] public string[] Teams { get; init; } = ["a", "b,c", "d\"e"];
                [Field] public IReadOnlyList<string> Skip { get; init; } = [];
                [Field] public IReadOnlyList<string>? Only { get; init; }
                [Field] public string @class { get; set; } = "c";

                public string NotASetting { get; init; } = "kept";
            }
        }
        """";

    /// <summary>A connector without configuration, validation or resource types.</summary>
    public const string Bare = Usings + """
        namespace Acme
        {
            [Connector("baton-bare")]
            public sealed partial class Bare;
        }
        """;

    /// <summary>Everything that a constructor can ask for, and the author's own registrations.</summary>
    public const string Services = Usings + """
        using System.Net.Http;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Logging;

        namespace Acme
        {
            public interface IClock { string Now { get; } }

            public interface IUnregistered;

            public sealed class Clock : IClock { public string Now => "now"; }

            public class Api(IClock clock, Http http) { public string Name => clock.Now + http.Client.BaseAddress; public virtual string Origin => "generated"; }

            public sealed class OwnApi(IClock clock, Http http) : Api(clock, http) { public override string Origin => "author"; }

            public sealed class Http(HttpClient client, ILogger logger, ILogger<Http> typed)
            {
                public HttpClient Client { get; } = client;
                public ILogger Logger { get; } = logger;
                public ILogger<Http> Typed { get; } = typed;
            }

            public sealed class Cache(IUnregistered? missing = null, IClock? present = null)
            {
                public IUnregistered? Missing { get; } = missing;
                public IClock? Present { get; } = present;
            }

            [ConnectorConfig]
            public sealed partial record Settings
            {
                [Field] public bool Own { get; init; }
            }

            [Connector("baton-services")]
            public sealed partial class ServicesConnector(Api api, Cache cache, Settings settings)
            {
                public Api Api => api;
                public Cache Cache => cache;
                public Settings Settings => settings;

                public async ValueTask ValidateAsync(CancellationToken ct)
                {
                    await Task.Yield();
                    ct.ThrowIfCancellationRequested();
                    throw new ConnectorException(ErrorCode.Unauthenticated, api.Name);
                }

                static void ConfigureServices(IServiceCollection services, Settings settings)
                {
                    services.AddSingleton<IClock, Clock>();
                    if (settings.Own)
                        services.AddSingleton<Api, OwnApi>();
                }
            }

            public sealed record Item(string Id);

            [ResourceType("item")]
            public sealed partial class Items(Api api, Cache cache, Http http)
            {
                public IEnumerable<Item> ListAsync() => [new($"{api.Origin} {cache.Present?.Now} {http.Client is not null}")];

                static void Map(Item i, PlainBuilder r) => r.Id(i.Id);
            }
        }
        """;
}
