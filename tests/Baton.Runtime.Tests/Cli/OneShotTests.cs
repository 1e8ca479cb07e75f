using Baton.C1Z;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Baton.Runtime.Tests.Cli;

public sealed class OneShotTests
{
    [Fact]
    public async Task A_sync_writes_the_file_and_nothing_on_stdout()
    {
        using var lab = SmallCompany();
        Assert.Equal(0, await lab.RunAsync("--api-token=tok", "-f", "out.c1z"));
        Assert.Equal("", lab.Out);
        Assert.Equal(["group:g", "user:ann", "user:bob"], await ResourcesAsync(lab.PathOf("out.c1z")));
    }

    [Fact]
    public async Task Types_can_be_chosen()
    {
        using var lab = SmallCompany().Set("BATON_SYNC_RESOURCE_TYPES", "user");
        Assert.Equal(0, await lab.RunAsync("--api-token=tok"));
        Assert.Equal(["user:ann", "user:bob"], await ResourcesAsync(lab.PathOf("sync.c1z")));
    }

    [Fact]
    public async Task Entitlements_and_grants_can_be_left_out()
    {
        using var lab = SmallCompany();
        Assert.Equal(0, await lab.RunAsync("--api-token=tok", "--skip-entitlements-and-grants"));
        await using var reader = await C1ZReader.OpenAsync(lab.PathOf("sync.c1z"), new C1ZOptions(), TestContext.Current.CancellationToken);
        Assert.Equal("resources_only", reader.Sync?.Type.Name);
    }

    [Fact]
    public async Task Pebble_is_answered_with_sqlite_and_one_line()
    {
        using var lab = SmallCompany();
        Assert.Equal(0, await lab.RunAsync("--api-token=tok", "--storage-engine=pebble"));
        Assert.Single(lab.Error.Split('\n'), static l => l.Contains("pebble", StringComparison.Ordinal));
        Assert.Equal(3, (await ResourcesAsync(lab.PathOf("sync.c1z"))).Count);
    }

    [Fact]
    public async Task The_temporary_directory_is_used_and_left_empty()
    {
        using var lab = SmallCompany();
        Directory.CreateDirectory(lab.PathOf("tmp"));
        Assert.Equal(0, await lab.RunAsync("--api-token=tok", "--c1z-temp-dir=tmp"));
        Assert.Empty(Directory.EnumerateFileSystemEntries(lab.PathOf("tmp")));
    }

    [Fact]
    public async Task A_grant_and_its_revocation_reach_the_connector()
    {
        var calls = new List<string>();
        using var lab = SmallCompany(calls);
        Assert.Equal(0, await lab.RunAsync("--api-token=tok"));
        var before = File.ReadAllBytes(lab.PathOf("sync.c1z"));
        Assert.Equal(0, await lab.RunAsync(
            "--api-token=tok", "--grant-entitlement=group:g:member", "--grant-principal=bob", "--grant-principal-type=user"));
        Assert.Equal(0, await lab.RunAsync("--api-token=tok", "--revoke-grant=group:g:member:user:ann"));
        Assert.Equal(["grant member group:g user:bob", "revoke member group:g user:ann"], calls);
        Assert.Equal(before, File.ReadAllBytes(lab.PathOf("sync.c1z")));
        Assert.Equal("", lab.Out);
    }

    [Fact]
    public async Task A_grant_needs_the_type_of_the_principal()
    {
        using var lab = SmallCompany();
        Assert.Equal(2, await lab.RunAsync("--api-token=tok", "--grant-entitlement=group:g:member", "--grant-principal=bob"));
        Assert.StartsWith("runner: error processing task: unknown provisioning action", lab.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_grant_is_not_found()
    {
        using var lab = SmallCompany();
        Assert.Equal(0, await lab.RunAsync("--api-token=tok"));
        Assert.Equal(5, await lab.RunAsync("--api-token=tok", "--revoke-grant=nope"));
        Assert.StartsWith("runner: error processing task: rpc error: code = NotFound desc = ", lab.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_c1z_is_refused_and_left_alone()
    {
        using var lab = SmallCompany().Write("sync.c1z", "not a c1z");
        Assert.Equal(2, await lab.RunAsync("--api-token=tok"));
        Assert.Contains("runner: error processing task: ", lab.Error, StringComparison.Ordinal);
        Assert.Equal("not a c1z", File.ReadAllText(lab.PathOf("sync.c1z")));
    }

    [Fact]
    public async Task Clients_have_a_time_limit_and_the_name_of_the_program()
    {
        HttpClient? client = null;
        using var lab = new Lab
        {
            Manifest = new LabManifest
            {
                Creating = static _ => [new FakeSyncer(Users.Definition) { Items = [] }],
                Validating = (services, _) =>
                {
                    client = services.GetRequiredService<IHttpClientFactory>().CreateClient("any");
                    return Task.CompletedTask;
                },
            },
        };
        await lab.RunAsync("--api-token=tok", "--http-timeout-seconds=17");
        Assert.Equal(TimeSpan.FromSeconds(17), client?.Timeout);
        Assert.Equal("baton-lab/v1.2.3", client?.DefaultRequestHeaders.UserAgent.ToString());
    }

    [Fact]
    public async Task The_clock_and_the_log_come_from_the_container()
    {
        var time = new FakeTime { Skips = false };
        TimeProvider? injected = null;
        using var lab = new Lab
        {
            TimeProvider = time,
            Manifest = new LabManifest
            {
                Creating = static _ => [new FakeSyncer(Users.Definition) { Items = [] }],
                Validating = (services, _) =>
                {
                    injected = services.GetRequiredService<TimeProvider>();
                    services.GetRequiredService<ILogger<OneShotTests>>().LogInformation("hello");
                    return Task.CompletedTask;
                },
            },
        };
        await lab.RunAsync("--api-token=tok");
        Assert.Same(time, injected);
        Assert.Contains("\"caller\":\"Baton.Runtime.Tests.Cli.OneShotTests\",\"msg\":\"hello\"", lab.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_nobody_registered_is_named()
    {
        using var lab = new Lab
        {
            Manifest = new LabManifest
            {
                Configuring = static services => services.AddSingleton<NeedsDoor>(),
                Creating = static services => throw new InvalidOperationException($"never {services.GetRequiredService<NeedsDoor>()}"),
            },
        };
        Assert.Equal(2, await lab.RunAsync("--api-token=tok"));
        Assert.Matches("^runner: error processing task: creating the connector: .*IDoor.*NeedsDoor", lab.Error);
    }

    internal interface IDoor;

    internal sealed class NeedsDoor(IDoor door)
    {
        public IDoor Door { get; } = door;
    }

    internal static Lab SmallCompany(List<string>? calls = null) => new() { Manifest = SmallCompanyManifest(calls) };

    internal static LabManifest SmallCompanyManifest(List<string>? calls = null) => new()
    {
        Creating = _ =>
        [
            new FakeSyncer(Groups.Definition)
            {
                Items = [new("g", "Group")],
                PerModel = { ["member"] = static _ => [Grantee.User<Users>("ann")], ["owner"] = static _ => [] },
                OnGrant = (slug, resource, who, _) =>
                {
                    calls?.Add($"grant {slug} {resource} {who}");
                    return Task.FromResult(GrantOutcome.Granted);
                },
                OnRevoke = (slug, resource, who, _) =>
                {
                    calls?.Add($"revoke {slug} {resource} {who}");
                    return Task.FromResult(RevokeOutcome.Revoked);
                },
            },
            new FakeSyncer(Users.Definition) { Items = [new("ann", "Ann"), new("bob", "Bob")] },
        ],
    };

    static async Task<List<string>> ResourcesAsync(string file)
    {
        await using var reader = await C1ZReader.OpenAsync(file, new C1ZOptions(), TestContext.Current.CancellationToken);
        var ids = new List<string>();
        await foreach (var resource in reader.ResourcesAsync(cancellationToken: TestContext.Current.CancellationToken))
            ids.Add($"{resource.Id.ResourceType}:{resource.Id.Resource}");
        return [.. ids.Order(StringComparer.Ordinal)];
    }
}
