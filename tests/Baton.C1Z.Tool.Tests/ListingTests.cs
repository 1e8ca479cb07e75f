using System.Text.Json.Nodes;
using Baton.C1Z;
using Baton.Protocol.Connector.V2;

namespace Baton.C1ZTool.Tests;

/// <summary>The commands of the Go program on a file that Go wrote; what is expected here is what that program says.</summary>
public sealed class ListingTests : ToolTest
{
    [Fact]
    public async Task ResourceTypes_AsTable_HasNamesAndTraits() => Assert.Equal(
        [
            "ID    | Display Name | Traits",
            "user  | User         | TRAIT_USER",
            "group | Group        | TRAIT_GROUP",
            "role  | Role         | TRAIT_ROLE",
            "org   | Org          |",
        ],
        await LinesAsync("resource-types", "-f", GoFile));

    [Fact]
    public async Task ResourceTypes_AsJson_HasGoKeys()
    {
        var types = (await JsonAsync("resource-types", "-f", GoFile))["resourceTypes"]!.AsArray();
        Assert.Equal("""{"resourceType":{"id":"user","displayName":"User","traits":["TRAIT_USER"],"description":"People"}}""", types[0]!.ToJsonString());
        Assert.Equal(4, types.Count);
    }

    [Fact]
    public async Task Resources_AsTable_NamesTypeAndParent() => Assert.Equal(
        [
            "ID    | Display Name  | Resource Type | Parent Resource",
            "acme  | Acme          | Org           | -",
            "alice | Alice Renamed | User          | Acme (org)",
            "bob   | Bob           | User          | Acme (org)",
            "eng   | Engineering   | Group         | Acme (org)",
            "admin | Admin         | Role          | Acme (org)",
        ],
        await LinesAsync("resources", "-f", GoFile));

    [Fact]
    public async Task Resources_AsJson_OpensTraitsAndProfile()
    {
        var bob = (await JsonAsync("resources", "-t", "user", "-f", GoFile))["resources"]!.AsArray().Single(r => (string?)r!["resource"]!["id"]!["resource"] == "bob")!;
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""
                {"@type":"type.googleapis.com/c1.connector.v2.UserTrait","emails":[{"address":"bob@example.com","isPrimary":true}],
                 "status":{"status":"STATUS_DISABLED"},"accountType":"ACCOUNT_TYPE_HUMAN","login":"bob"}
                """),
            bob["resource"]!["annotations"]!.AsArray().Single()));
        Assert.Equal("""{"id":{"resourceType":"org","resource":"acme"},"displayName":"Acme"}""", bob["parent"]!.ToJsonString());
        Assert.Equal("User", (string?)bob["resourceType"]!["displayName"]);
        Assert.Equal("alice", (string?)(await JsonAsync("resources", "--name", "RENAMED", "-f", GoFile))["resources"]!.AsArray().Single()!["resource"]!["id"]!["resource"]);
    }

    [Fact]
    public async Task Entitlements_AsTable_HavePermission() => Assert.Equal(
        [
            "ID                  | Display Name       | Resource Type | Resource    | Permission",
            "group:eng:member    | Engineering Member | Group         | Engineering | member",
            "role:admin:assigned | Admin Role         | Role          | Admin       | assigned",
        ],
        await LinesAsync("entitlements", "-f", GoFile));

    [Fact]
    public async Task Grants_WithAMissingPrincipal_SaySo()
    {
        var lines = await LinesAsync("grants", "-f", GoFile);
        Assert.Equal(7, lines.Length);
        Assert.Equal("group:eng:member:user:x1       | Group         | Engineering | Engineering Member | MISSING RESOURCE (user:x1)", lines[^1]);
        var grants = (await JsonAsync("grants", "-e", "group:eng:member", "-f", GoFile))["grants"]!.AsArray();
        Assert.Equal(["grant", "entitlement", "resource", "resourceType", "principal"], grants[0]!.AsObject().Select(static m => m.Key));
        Assert.Equal(["alice", "bob", "x1"], grants.Select(static g => (string?)g!["principal"]!["id"]!["resource"]));
    }

    [Theory]
    [InlineData("-t role -r admin", 3)]
    [InlineData("-t group", 3)]
    [InlineData("--principal user:alice", 2)]
    [InlineData("-t nope", 0)]
    public async Task Grants_WithFilters_AreFewer(string filter, int count)
    {
        var json = await JsonAsync(["grants", .. filter.Split(' '), "-f", GoFile]);
        Assert.Equal(count, json["grants"]?.AsArray().Count ?? 0);
        if (count == 0)
            Assert.Equal("{}", json.ToJsonString());
    }

    [Fact]
    public async Task Principals_AreDistinct() =>
        Assert.Equal(
            ["eng", "alice", "bob", "x1"],
            (await JsonAsync("principals", "-f", GoFile))["resources"]!.AsArray().Select(static r => (string?)r!["resource"]!["id"]!["resource"]));

    [Fact]
    public async Task PrincipalsCompare_TellsWhoIsMissingAndExtra()
    {
        string[] command = ["principals", "compare", "-f", GoFile, "--compare-file", GoFile, "-e", "group:eng:member", "--compare-entitlement"];
        var json = await JsonAsync([.. command, "role:admin:assigned"]);
        static IEnumerable<string?> Ids(JsonNode? list) => list!.AsArray().Select(static r => (string?)r!["resource"]!["id"]!["resource"]);
        Assert.Equal(["x1"], Ids(json["missing"]));
        Assert.Equal(["eng"], Ids(json["extra"]));
        Assert.Equal(["alice", "bob", "x1"], Ids(json["base"]));
        Assert.Equal(["eng", "alice", "bob"], Ids(json["compared"]));
        Assert.Equal(
            ["Difference,ID,Display Name,Resource Type,Parent Resource", "missing,x1,MISSING RESOURCE (user:x1),User,-", "extra,eng,Engineering,Group,Acme (org)"],
            await LinesAsync([.. command, "role:admin:assigned", "-o", "csv"]));
        Assert.Equal("The principals between these entitlements appear to match!\n", await OutputAsync([.. command, "group:eng:member"]));
    }

    [Fact]
    public async Task Access_AsTree_GroupsByResource() => Assert.Equal(
        """
        Effective Access for Alice Renamed (user)
        ├─ Engineering (Group)
        │  └─ member
        └─ Admin (Role)
           └─ assigned


        """.ReplaceLineEndings("\n"),
        await OutputAsync("access", "-t", "user", "-r", "alice", "-f", GoFile));

    [Fact]
    public async Task Access_AsJson_HasGoKeys()
    {
        var json = await JsonAsync("access", "-t", "user", "-r", "alice", "-f", GoFile);
        Assert.Equal("Alice Renamed", (string?)json["principal"]!["displayName"]);
        Assert.Equal(["group:eng:member", "role:admin:assigned"], json["access"]!.AsArray().Select(static a => (string?)a!["entitlements"]![0]!["id"]));
        Assert.Equal(["resourceType", "resource", "entitlements"], json["access"]![0]!.AsObject().Select(static m => m.Key));
    }

    [Fact]
    public async Task Syncs_AsJson_HaveNanoseconds()
    {
        var run = (await JsonAsync("syncs", "-f", GoFile))["syncs"]!.AsArray().Single()!;
        Assert.Equal("3MOdZ8tJV5X61IZJrHkXYgZNjYG", (string?)run["id"]);
        Assert.Equal("2026-11-21T01:46:40.097509210Z", (string?)run["startedAt"]);
        Assert.Equal("2026-11-21T01:46:40.206101636Z", (string?)run["endedAt"]);
        Assert.Equal(["id", "startedAt", "endedAt", "syncToken", "syncType"], run.AsObject().Select(static m => m.Key));
    }

    [Fact]
    public async Task Rows_OfAnUnfinishedSync_AreShown_WithAWarning()
    {
        var path = In("unfinished.c1z");
        await using (var file = await C1ZFile.OpenAsync(path, Options, Cancel))
        {
            file.StartSync(SyncType.Full);
            Put(file, RowKind.ResourceType, [new ResourceType { Id = "user", DisplayName = "User" }], MessageRows.Add);
            await file.SaveAsync(Cancel);
        }
        var id = (string?)(await JsonAsync("syncs", "-f", path))["syncs"]![0]!["id"];
        var (code, output, error) = await RunAsync(null, "resource-types", "-f", path);
        Assert.Equal((0, true), (code, output.Contains("user | User", StringComparison.Ordinal)));
        Assert.Matches($"^warning: the sync {id} of 2[-0-9]+T[0-9:]+Z has not finished, and no other one of the file has: the answer comes from what it has so far\n$", error);
        error = (await RunAsync(null, "resource-types", "-f", path, "--sync-id", id!)).Error;
        Assert.Matches($"^warning: the sync {id} of 2[-0-9]+T[0-9:]+Z has not finished: the answer", error);
    }

    [Fact]
    public async Task Stats_AsJson_CountsAsTexts()
    {
        var stats = (await JsonAsync("stats", "-f", GoFile))["stats"]!;
        Assert.Equal(
            """{"resourceTypes":"4","resources":"5","entitlements":"2","grants":"6","resourcesByResourceType":{"group":"1","org":"1","role":"1","user":"2"},"grantsByResourceType":{"group":"3","role":"3"},"entitlementsByResourceType":{"group":"1","role":"1"},"assets":"2"}""",
            stats.ToJsonString());
        Assert.Contains("Duration       | 0s", await LinesAsync("stats", "-f", GoFile));
    }
}
