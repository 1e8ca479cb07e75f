using Baton.C1Z;
using Baton.CompilerServices;
using Baton.External;
using Baton.Protocol;
using Baton.Protocol.Connector.V2;
using Baton.Runtime.Tests.Sync;
using Baton.Sync;
using Google.Protobuf.WellKnownTypes;

namespace Baton.Runtime.Tests.External;

/// <summary>A sync that takes principals from the file of another connector, and makes grants to them.</summary>
public sealed class ExternalTests : SyncTest
{
    static readonly ResourceTypeDefinition App = new()
    {
        Id = "app",
        DisplayName = "App",
        Entitlements = [new() { Slug = "use", GrantableTo = static () => [Users.Definition, Groups.Definition] }],
    };

    string Other => Path.Combine(Temp, "..", "other", "idp.c1z");

    [Theory]
    [InlineData("ann@example.com")]
    [InlineData("ANN@EXAMPLE.COM")]
    [InlineData("ann.two@example.com")]
    public async Task Email_is_matched_without_case(string email)
    {
        var content = await SyncAsync([Grantee.External(Trait.User, "email", email)]);
        Assert.Equal(["app:crm:use:user:ann"], GrantsOfApp(content));
        var grant = content.Grants.Single(static g => g.Id == "app:crm:use:user:ann");
        Assert.Equal(("user", "ann"), (grant.Principal.Id.ResourceType, grant.Principal.Id.Resource));
        Assert.Equal("app:crm:use", grant.Entitlement.Id);
    }

    [Theory]
    [InlineData("login", "ΟΔΥΣΣΕΥΣ", "ben")] // the profile has a final sigma
    [InlineData("login", "istanbul", null)] // and one with dotted İ is something else
    [InlineData("nothing", "x", null)]
    [InlineData("level", "7", null)] // a number is no string
    [InlineData("code", "MASTER \u212a", "ben")] // the profile has a long s, and the sign for Kelvin is a K
    [InlineData("team", "core", "ann ben")]
    public async Task Profile_values_are_matched(string key, string value, string? expected)
    {
        var content = await SyncAsync([Grantee.External(Trait.User, key, value)]);
        Assert.Equal(expected?.Split(' ').Select(static u => $"app:crm:use:user:{u}") ?? [], GrantsOfApp(content));
    }

    [Fact]
    public async Task Id_is_matched_exactly_and_the_grant_that_asked_is_gone_also_without_a_match()
    {
        var content = await SyncAsync([Grantee.ExternalId(Trait.User, "ben"), Grantee.ExternalId(Trait.User, "BEN"), Grantee.ExternalId(Trait.Group, "nope")]);
        Assert.Equal(["app:crm:use:user:ben"], GrantsOfApp(content));
    }

    [Fact]
    public async Task All_of_a_trait_are_matched()
    {
        Assert.Equal(["app:crm:use:user:ann", "app:crm:use:user:ben"], GrantsOfApp(await SyncAsync([Grantee.ExternalAll(Trait.User)])));
        Assert.Equal(["app:crm:use:group:eng"], GrantsOfApp(await SyncAsync([Grantee.ExternalAll(Trait.Group)])));
    }

    [Fact]
    public async Task Principals_are_copied_and_marked()
    {
        var content = await SyncAsync([]);
        Assert.Equal(["app:crm", "group:eng", "user:ann", "user:ben"], content.ResourceIds);
        Assert.Equal(["app", "group", "user"], content.ResourceTypes.Select(static t => t.Id).Order(StringComparer.Ordinal));
        Assert.True(content.Resource("user", "ann").Annotations.Has<BatonID>());
        Assert.Equal("ann@example.com", content.Resource("user", "ann").Annotations.Find<UserTrait>()!.Emails[0].Address);
        Assert.False(content.Resource("app", "crm").Annotations.Has<BatonID>());
        Assert.True(content.Entitlements.Single(static e => e.Id == "group:eng:member").Annotations.Has<EntitlementImmutable>());
        Assert.True(content.Grants.Single(static g => g.Id == "group:eng:member:user:ben").Annotations.Has<GrantImmutable>());
    }

    [Fact]
    public async Task A_matched_group_stands_for_its_members()
    {
        var content = await SyncAsync([Grantee.ExternalId(Trait.Group, "eng").Expanding("member")]);
        Assert.Equal(["app:crm:use:group:eng", "app:crm:use:user:ben"], GrantsOfApp(content));
        Assert.True(content.Grants.Single(static g => g.Id == "app:crm:use:user:ben").Sources.Sources["group:eng:member"].IsDirect);
    }

    [Fact]
    public async Task A_matched_group_without_that_entitlement_is_a_warning()
    {
        await OtherAsync();
        var summary = await SyncAsync(With(), Apps([Grantee.ExternalId(Trait.Group, "eng").Expanding("nothing")]));
        Assert.Equal(["app:crm:use:group:eng: group:eng:nothing"], Assert.Single(summary.Warnings).Examples);
        Assert.Equal(["app:crm:use:group:eng"], GrantsOfApp(await ReadAsync()));
    }

    [Fact]
    public async Task Only_holders_of_the_entitlement_are_taken()
    {
        await OtherAsync();
        await SyncAsync(Options with { External = From with { EntitlementFilter = "group:eng:member" } }, Apps([Grantee.ExternalAll(Trait.User)]));
        var content = await ReadAsync();
        Assert.Equal(["app:crm", "user:ben"], content.ResourceIds);
        Assert.Equal(["app:crm:use:user:ben"], GrantsOfApp(content));
        Assert.Equal(["app", "user"], content.ResourceTypes.Select(static t => t.Id).Order(StringComparer.Ordinal)); // no group is a holder
    }

    [Fact]
    public async Task Grants_to_types_that_only_the_other_file_has_are_kept()
    {
        await OtherAsync();
        ResourceSyncer[] source =
        [
            new FakeSyncer(Users.Definition) { Items = [new("own")] },
            new FakeSyncer(Groups.Definition) { Items = [new("own")] },
            Apps([Grantee.User<Users>("ann"), Grantee.Group<Groups>("eng").Expanding("member").Only<Users>()]),
        ];
        await SyncAsync(With() with { ResourceTypes = ["app"] }, source);
        var content = await ReadAsync();
        Assert.Equal(["app:crm", "group:eng", "user:ann", "user:ben"], content.ResourceIds);
        Assert.Equal(["app:crm:use:group:eng", "app:crm:use:user:ann", "app:crm:use:user:ben"], GrantsOfApp(content));
        System.IO.File.Delete(File);
        await SyncAsync(Options with { ResourceTypes = ["app"] }, source);
        Assert.Empty((await ReadAsync()).Grants);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_found_out_before_the_source_is_asked()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Other)!);
        await System.IO.File.WriteAllTextAsync(Other, "no c1z", Stop);
        var failure = await Assert.ThrowsAsync<C1ZException>(() => SyncAsync(With(), new FakeSyncer(App)
        {
            All = static (_, _) => throw new InvalidOperationException("asked"),
        }));
        Assert.Contains(Other, failure.Message);
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public async Task Profiles_of_all_traits_are_matched()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Other)!);
        var profile = new Struct { Fields = { ["key"] = Value.ForString("Value") } };
        await using (var file = await C1ZFile.OpenAsync(Other, Options.C1ZOptions, Stop))
        {
            file.StartSync(SyncType.Full);
            using RowBatch types = new(RowKind.ResourceType), resources = new(RowKind.Resource);
            Add("role", ResourceType.Types.Trait.Role, new RoleTrait { Profile = profile }.ToAny());
            Add("program", ResourceType.Types.Trait.App, new AppTrait { Profile = profile }.ToAny());
            Add("secret", ResourceType.Types.Trait.Secret, new SecretTrait { Profile = profile }.ToAny());
            file.Put(types);
            file.Put(resources);
            file.EndSync();
            await file.SaveAsync(Stop);

            void Add(string type, ResourceType.Types.Trait trait, Any annotation)
            {
                types.Add(new ResourceType { Id = type, DisplayName = type, Traits = { trait } });
                resources.Add(new Resource { Id = new() { ResourceType = type, Resource = "x" }, DisplayName = "x", Annotations = { annotation } });
            }
        }
        var traits = ExternalOptions.ParseTraits(["role", "app", "secret"]);
        await SyncAsync(Options with { External = From with { Traits = traits } }, Apps(
            [.. new[] { Trait.Role, Trait.App, Trait.Secret }.Select(static trait => Grantee.External(trait, "key", "VALUE"))]));
        Assert.Equal(["app:crm:use:program:x", "app:crm:use:role:x", "app:crm:use:secret:x"], GrantsOfApp(await ReadAsync()));
    }

    [Fact]
    public async Task An_unfinished_sync_that_was_begun_without_them_begins_anew()
    {
        await OtherAsync();
        var asks = Apps([Grantee.ExternalId(Trait.User, "ben")]);
        var fails = new FakeSyncer(Groups.Definition)
        {
            Items = [new("own")],
            PerResource = { ["member"] = static (_, _, _) => throw new ConnectorException(ErrorCode.Unauthenticated, "no") },
        };
        await Assert.ThrowsAsync<ConnectorException>(() => SyncAsync(Options, asks, fails));
        var begun = (await ReadAsync()).Sync.Id;
        await SyncAsync(With(), asks, new FakeSyncer(Groups.Definition) { Items = [new("own")] });
        var content = await ReadAsync();
        Assert.Equal(begun, content.Sync.Id);
        Assert.Equal(["app:crm:use:user:ben"], GrantsOfApp(content));
    }

    [Fact]
    public async Task An_entitlement_that_is_not_there_fails()
    {
        await OtherAsync();
        var failure = await Assert.ThrowsAsync<ConnectorException>(() =>
            SyncAsync(Options with { External = From with { EntitlementFilter = "nope" } }, Apps([])));
        Assert.Contains("has no entitlement nope", failure.Message);
    }

    [Fact]
    public async Task Other_traits_are_taken_when_asked_for()
    {
        await OtherAsync();
        await SyncAsync(Options with { External = From with { Traits = ExternalOptions.ParseTraits(["trait_group"]) } }, Apps([Grantee.ExternalAll(Trait.User)]));
        var content = await ReadAsync();
        Assert.Equal(["app:crm", "group:eng"], content.ResourceIds);
        Assert.Empty(GrantsOfApp(content));
    }

    [Fact]
    public async Task Stopped_anywhere_and_run_again_the_rows_are_the_same()
    {
        Grantee[] grantees =
        [
            Grantee.ExternalId(Trait.Group, "eng").Expanding("member"), Grantee.ExternalAll(Trait.User), Grantee.External(Trait.User, "email", "nobody@example.com"),
        ];
        var expected = (await SyncAsync(grantees)).Rows;
        System.IO.File.Delete(File);
        var stops = 0;
        for (; await StopAtAsync((3 * stops) + 1, grantees); stops++)
        {
            await SyncAsync(With(), Apps(grantees));
            Assert.Equal(expected, (await ReadAsync()).Rows);
            System.IO.File.Delete(File);
        }
        Assert.True(stops > 10);
    }

    [Fact]
    public async Task Copies_of_those_who_are_gone_when_the_stage_is_tried_again_are_deleted()
    {
        await OtherAsync();
        Grantee[] grantees = [Grantee.ExternalAll(Trait.User)];
        var found = false;
        for (var reading = 1; !found && await StopAtAsync(reading, grantees); reading++)
        {
            if (!System.IO.File.Exists(File))
                continue; // too early for anything to keep
            var content = await ReadAsync();
            if (content.GrantIds.Contains("group:eng:member:user:ben") && content.Sync.Token.Contains("list-external-resources", StringComparison.Ordinal))
            {
                found = true;
                System.IO.File.Delete(Other);
                await SyncAsync(Options with { File = Other }, new FakeSyncer(Groups.Definition) { Items = [new("eng")] });
                await SyncAsync(With(), Apps(grantees));
                var again = await ReadAsync();
                Assert.Equal(["app:crm", "group:eng"], again.ResourceIds);
                Assert.Equal(["group:eng:member", "group:eng:owner"], again.EntitlementIds.Where(static id => id.StartsWith("group:", StringComparison.Ordinal)));
                Assert.Empty(again.Grants); // ben is not a member any more
            }
            System.IO.File.Delete(File);
        }
        Assert.True(found);
    }

    /// <summary>Stops a sync when the clock is read for the so-manieth time.</summary>
    /// <returns>False when it ended before that.</returns>
    async Task<bool> StopAtAsync(int reading, Grantee[] grantees)
    {
        using var signal = new CancellationTokenSource();
        var clock = new StoppingClock(Time, reading, signal);
        var options = With() with { TimeProvider = clock, C1ZOptions = Options.C1ZOptions with { TimeProvider = clock } };
        var failure = await Record.ExceptionAsync(() => SyncAsync(new FakeManifest(Apps(grantees)), options, signal.Token));
        Assert.True(failure is null or OperationCanceledException, failure?.ToString());
        return failure is not null;
    }

    [Fact]
    public async Task Without_the_file_the_grants_stay_as_they_are()
    {
        await SyncAsync(Apps([Grantee.External(Trait.User, "email", "ann@example.com")]));
        var content = await ReadAsync();
        Assert.True(Assert.Single(content.Grants).Annotations.Has<ExternalResourceMatch>());
        Assert.Contains("\"has_external_resource_grants\":true", content.Sync.Token);
    }

    [Fact]
    public async Task A_file_written_by_Go_is_read()
    {
        var go = Path.Combine(Path.GetDirectoryName(Other)!, "go.c1z");
        Directory.CreateDirectory(Path.GetDirectoryName(go)!);
        await System.IO.File.WriteAllBytesAsync(go, TestData.Bytes("example-go.c1z"), Stop);
        await SyncAsync(
            Options with { External = new() { File = go, EntitlementFilter = "group:eng:member" } },
            Apps([Grantee.External(Trait.User, "email", "ALICE@example.com"), Grantee.ExternalId(Trait.User, "bob"), Grantee.ExternalAll(Trait.Group)]));
        var content = await ReadAsync();
        Assert.Equal(["app:crm", "user:alice", "user:bob"], content.ResourceIds);
        Assert.Equal(["app:crm:use:user:alice", "app:crm:use:user:bob"], GrantsOfApp(content));
    }

    [Theory]
    [InlineData("USER", 1)]
    [InlineData("trait_security_insight", 6)]
    [InlineData("Trait_App", 4)]
    public void Traits_are_known_by_name(string name, int trait) => Assert.Equal((ResourceType.Types.Trait)trait, ExternalOptions.ParseTraits([name])[0]);

    [Fact]
    public void Other_names_of_traits_are_refused() =>
        Assert.Equal("unknown external resource trait \"foo\"", Assert.Throws<FormatException>(() => ExternalOptions.ParseTraits(["foo"])).Message);

    ExternalOptions From => new() { File = Other };

    SyncOptions With() => Options with { External = From };

    async Task<Content> SyncAsync(Grantee[] grantees)
    {
        await OtherAsync();
        await SyncAsync(With(), Apps(grantees));
        return await ReadAsync();
    }

    static FakeSyncer Apps(Grantee[] grantees) => new(App) { Items = [new("crm")], PerModel = { ["use"] = _ => grantees } };

    static IEnumerable<string> GrantsOfApp(Content content) => content.GrantIds.Where(static id => id.StartsWith("app:", StringComparison.Ordinal));

    /// <summary>The other system: two users, one of them in a group.</summary>
    async Task OtherAsync()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Other)!);
        if (System.IO.File.Exists(Other))
            return;
        await SyncAsync(
            Options with { File = Other },
            new People(),
            new FakeSyncer(Groups.Definition) { Items = [new("eng")], PerModel = { ["member"] = static _ => [Grantee.User<Users>("ben")] } });
    }
}
