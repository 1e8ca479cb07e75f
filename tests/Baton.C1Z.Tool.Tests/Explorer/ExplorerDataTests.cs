using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Baton.C1ZTool.Tests;

/// <summary>What the page is told.</summary>
public sealed class ExplorerDataTests : ExplorerTest
{
    readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });

    [Fact]
    public async Task Overview_HasSyncsCountsAndTypes()
    {
        await using var run = await StartAsync(await CompanyAsync());
        var syncs = (await GetAsync(run, "syncs"))["syncs"]!.AsArray();
        Assert.Equal([false, true], syncs.Select(static sync => (bool)sync!["isDefault"]!));
        Assert.All(syncs, static sync => Assert.Equal(("company.c1z", "full"), ((string?)sync!["file"], (string?)sync["type"])));
        var overview = await GetAsync(run, "overview");
        Assert.Equal((string?)syncs[1]!["id"], (string?)overview["sync"]!["syncId"]);
        Assert.Equal((Crowd + 6, 3, Crowd + 5), ((int)overview["counts"]!["resources"]!, (int)overview["counts"]!["entitlements"]!, (int)overview["counts"]!["grants"]!));
        Assert.Equal(["user", "group", "role"], overview["types"]!.AsArray().Select(static type => (string?)type!["kind"]));
        Assert.Equal(Crowd + 3, (int)overview["types"]![0]!["resources"]!);
        Assert.Equal(Crowd + 5, (int)(await GetAsync(run, $"overview?sync={syncs[0]!["id"]}"))["counts"]!["resources"]!);
    }

    [Fact]
    public async Task Search_FindsByNameAndId_InPagesThatAreTheWholeList()
    {
        await using var run = await StartAsync(await CompanyAsync());
        Assert.Equal(["alice"], Ids(await AllAsync(run, "search?q=ALICE")));
        Assert.Equal(["u007", "u070", "u071", "u072", "u073", "u074", "u075", "u076", "u077", "u078", "u079", "u107"], Ids(await AllAsync(run, "search?q=07")));
        Assert.Equal(Crowd, (await AllAsync(run, "search?q=user&type=user")).Count);
        Assert.Equal(["eng", "all"], Ids(await AllAsync(run, "search?type=group")));
        Assert.Empty(await AllAsync(run, "search?q=nobody"));
        Assert.Equal(["group:eng:member"], Ids(await AllAsync(run, "search-entitlements?q=engineering")));
        var everything = await AllAsync(run, "search");
        Assert.Equal((Crowd + 6, Crowd + 6), (everything.Count, Ids(everything).Distinct().Count()));
    }

    [Fact]
    public async Task Resource_TellsWhatItSays_AndWhatBelongsToIt()
    {
        await using var run = await StartAsync(await CompanyAsync());
        var alice = await GetAsync(run, "resource?type=user&id=alice");
        Assert.Equal(("Alice", "User", "user"), ((string?)alice["resource"]!["name"], (string?)alice["resource"]!["typeName"], (string?)alice["resource"]!["kind"]));
        Assert.Equal("""[{"name":"Login","value":"alice"},{"name":"Primary e-mail","value":"alice@example.test"}]""", alice["facts"]!.ToJsonString());
        Assert.Equal(["Research & <b>Development</b>", "3"], alice["profile"]!.AsArray().Select(static field => (string?)field!["value"]));
        Assert.Equal(HostileName, (string?)(await GetAsync(run, "resource?type=user&id=mallory"))["resource"]!["name"]);
        Assert.Equal("all", (string?)(await GetAsync(run, "resource?type=user&id=u001"))["parent"]!["id"]);
        Assert.Equal(Crowd, (await AllAsync(run, "children?type=group&id=all")).Count);
        Assert.Equal(["group:all:member"], Ids(await AllAsync(run, "entitlements?type=group&id=all")));
        Assert.Equal(Crowd + 1, (await AllAsync(run, "grants?type=group&id=all")).Count);
    }

    [Fact]
    public async Task Access_FollowsGroups_AndTellsTheWay()
    {
        await using var run = await StartAsync(await CompanyAsync());
        var held = await AllAsync(run, "access?type=user&id=alice");
        Assert.Equal(["group:eng:member", "group:all:member", "role:admin:assigned"], held.Select(static entry => (string?)entry["entitlement"]!["id"]));
        Assert.Equal([true, false, false], held.Select(static entry => (bool)entry["isDirect"]!));
        Assert.Equal([true, false, false], held.Select(static entry => (bool)entry["isStored"]!));
        Assert.Equal(["group:eng:member", "group:all:member", "role:admin:assigned"], held[2]["path"]!.AsArray().Select(static step => (string?)step!["entitlement"]!["id"]));
        Assert.Equal(["alice", "eng", "all"], held[2]["path"]!.AsArray().Select(static step => (string?)step!["principal"]!["id"]));
        Assert.Equal(held[2].ToJsonString(), (await GetAsync(run, "why?type=user&id=alice&entitlement=role:admin:assigned")).ToJsonString());
    }

    [Fact]
    public async Task Grants_OfAnExpandedFile_NameWhatTheyComeFrom()
    {
        await using var go = await StartAsync(GoFile);
        var admin = Assert.Single(await AllAsync(go, "grants?entitlement=role:admin:assigned"), static grant => (string?)grant["principal"]!["id"] == "alice");
        Assert.True((bool)admin["isDirect"]!); // as well
        Assert.Equal("group:eng:member", (string?)Assert.Single(admin["through"]!.AsArray())!["id"]);
    }

    [Fact]
    public async Task Entitlement_TellsWhoPassesItOn()
    {
        await using var run = await StartAsync(await CompanyAsync());
        var admin = await GetAsync(run, "entitlement?id=role:admin:assigned");
        Assert.Equal(2, (int)admin["holders"]!);
        var carrier = Assert.Single(admin["carriers"]!.AsArray())!;
        Assert.Equal(("all", "group:all:member"), ((string?)carrier["principal"]!["id"], (string?)carrier["from"]![0]!["id"]));
    }

    [Fact]
    public async Task Graph_HasEverySource_AndTheWayOfOnePrincipal()
    {
        await using var run = await StartAsync(await CompanyAsync());
        var graph = await GetAsync(run, "graph?entitlement=role:admin:assigned&type=user&id=alice");
        Assert.Equal(
            ["role:admin:assigned 0", "group:all:member 1", "group:eng:member 2"],
            graph["sources"]!.AsArray().Select(static source => $"{source!["entitlement"]!["id"]} {source["depth"]}").Order(StringComparer.Ordinal).OrderBy(static text => text[^1]));
        Assert.Equal(
            ["group:all:member > role:admin:assigned true", "group:eng:member > group:all:member true"],
            graph["edges"]!.AsArray().Select(static edge => $"{edge!["from"]} > {edge["to"]} {edge["isOnPath"]}").Order(StringComparer.Ordinal));
        JsonNode Source(string id) => graph["sources"]!.AsArray().Single(source => (string?)source!["entitlement"]!["id"] == id)!;
        Assert.Equal(["mallory"], Source("role:admin:assigned")["holders"]!.AsArray().Select(static holder => (string?)holder!["principal"]!["id"]));
        Assert.Equal(["alice", "bob"], Source("group:eng:member")["holders"]!.AsArray().Select(static holder => (string?)holder!["principal"]!["id"]));
        Assert.True((bool)Source("group:eng:member")["holders"]![0]!["isOnPath"]!);
        Assert.Equal((8, true), (Source("group:all:member")["holders"]!.AsArray().Count, (bool)Source("group:all:member")["hasMoreHolders"]!));
        Assert.False((bool)(await GetAsync(run, "graph?entitlement=role:admin:assigned&type=user&id=nobody"))["isHeld"]!);
    }

    [Fact]
    public async Task AVeryLongWay_IsShownFromBothEnds()
    {
        const int Length = 100;
        await using var run = await StartAsync(await ChainAsync(Length));
        var held = await AllAsync(run, "access?type=user&id=alice");
        Assert.Equal(Enumerable.Range(0, Length).Select(static i => $"group:g{i:D3}:member"), held.Select(static entry => (string?)entry["entitlement"]!["id"]));
        Assert.Equal((24, 0), (held[23]["path"]!.AsArray().Count, (int)held[23]["omitted"]!));
        var way = held[^1]["path"]!.AsArray().Select(static step => (string)step!["entitlement"]!["id"]!).ToArray();
        Assert.Equal((24, Length - 24), (way.Length, (int)held[^1]["omitted"]!));
        Assert.Equal(["group:g000:member", "group:g011:member", "group:g088:member", "group:g099:member"], [way[0], way[11], way[12], way[23]]);

        var graph = await GetAsync(run, "graph?entitlement=group:g099:member&type=user&id=alice");
        Assert.Equal(15, graph["edges"]!.AsArray().Count(static edge => (bool)edge!["isOnPath"]!));
        Assert.InRange(graph["sources"]!.AsArray().Count, 16, 24);
        Assert.True((bool)graph["sources"]!.AsArray().Single(static source => (string?)source!["entitlement"]!["id"] == "group:g084:member")!["hasMoreSources"]!);
    }

    [Fact]
    public async Task AGrant_PassesOnOnlyWhatItsPrincipalHasToGive()
    {
        await using var run = await StartAsync(await ChainAsync(3));
        Assert.Equal(["role:admin:assigned"], (await GetAsync(run, "graph?entitlement=role:admin:assigned"))["sources"]!.AsArray().Select(static source => (string?)source!["entitlement"]!["id"]));
        Assert.Empty((await AllAsync(run, "grants?entitlement=role:admin:assigned"))[0]["from"]!.AsArray());
        Assert.False((bool)(await GetAsync(run, "graph?entitlement=role:admin:assigned&type=user&id=alice"))["isHeld"]!);
    }

    [Fact]
    public async Task Diff_OfTwoSyncsAndOfTwoFiles_IsThatOfTheCommand()
    {
        var file = await CompanyAsync();
        await using var run = await StartAsync(file, "--base-file", GoFile);
        var syncs = (await GetAsync(run, "syncs"))["syncs"]!.AsArray().Select(static sync => (string)sync!["id"]!).ToArray();
        var resources = await CompareAsync(run, syncs[0], syncs[1], "resources");
        Assert.Equal(
            ["modified user:alice Alice", "created user:bob Bob", $"created user:mallory {HostileName}", "deleted user:old Old Joe"],
            resources["rows"]!.AsArray().Select(static change => $"{change!["what"]} {change["id"]} {change["name"]}"));
        Assert.Equal("""{"created":2,"modified":1,"deleted":1}""", resources["counts"]!["resources"]!.ToJsonString());
        Assert.Equal("""{"created":2,"modified":1,"deleted":0}""", resources["counts"]!["grants"]!.ToJsonString());
        Assert.Contains("display_name \"Alicia\" is now \"Alice\"", (string?)resources["rows"]![0]!["detail"], StringComparison.Ordinal);

        Assert.Equal(3, syncs.Length);
        Assert.StartsWith("base:", syncs[2], StringComparison.Ordinal);
        var command = await JsonAsync("diff", "-f", file, "--base-file", GoFile);
        var files = await CompareAsync(run, syncs[2], syncs[1], "grants");
        int Listed(string list) => command["grants"]![list]?.AsArray().Count ?? 0;
        Assert.Equal(
            (Listed("created"), Listed("modified"), Listed("deleted")),
            ((int)files["counts"]!["grants"]!["created"]!, (int)files["counts"]!["grants"]!["modified"]!, (int)files["counts"]!["grants"]!["deleted"]!));
        Assert.Equal(50, files["rows"]!.AsArray().Count);
        Assert.Equal("50", (string?)files["next"]);
    }

    [Fact]
    public async Task AFileWithoutSyncs_ReadsAsEmpty()
    {
        await using (var file = await C1Z.C1ZFile.OpenAsync(In("empty.c1z"), Options, Cancel))
            await file.SaveAsync(Cancel);
        await using var run = await StartAsync(In("empty.c1z"));
        Assert.Equal(0, (int)(await GetAsync(run, "overview"))["counts"]!["resources"]!);
        Assert.Empty(await AllAsync(run, "search?q=x"));
    }

    static IEnumerable<string> Ids(IEnumerable<JsonNode> rows) => rows.Select(static row => (string)row["id"]!);

    async Task<JsonNode> GetAsync(ExplorerRun run, string path) => (await _http.GetFromJsonAsync<JsonNode>(new Uri(run.Address, "api/" + path), Cancel))!;

    async Task<List<JsonNode>> AllAsync(ExplorerRun run, string path)
    {
        var rows = new List<JsonNode>();
        string? from = null;
        do
        {
            var page = await GetAsync(run, $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}from={from}");
            Assert.InRange(page["rows"]!.AsArray().Count, 0, 200);
            rows.AddRange(page["rows"]!.AsArray()!);
            from = (string?)page["next"];
        }
        while (from is not null);
        return rows;
    }

    async Task<JsonNode> CompareAsync(ExplorerRun run, string before, string after, string kind)
    {
        JsonNode answer;
        do
            answer = await GetAsync(run, $"diff?before={before}&after={after}&kind={kind}");
        while (!(bool)answer["isComplete"]!);
        return answer;
    }
}
