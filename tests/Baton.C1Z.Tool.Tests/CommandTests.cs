using System.Text;
using Baton.Tests.Shared;

namespace Baton.C1ZTool.Tests;

/// <summary>Differences, reasons, terminals, mistakes.</summary>
public sealed class CommandTests : ToolTest
{
    [Fact]
    public async Task Diff_OfTwoSyncs_HasWhatChanged()
    {
        var path = await WriteAsync("two.c1z", ([User("ann", "Ann"), User("ben", "Ben")], ["ann"]), ([User("ann", "Anna"), User("cy", "Cy")], ["cy"]));
        var json = await JsonAsync("diff", "-f", path);
        Assert.Equal("""{"id":{"resourceType":"user","resource":"cy"},"displayName":"Cy"}""", json["resources"]!["created"]!.AsArray().Single()!.ToJsonString());
        Assert.Equal("Anna", (string?)json["resources"]!["modified"]!.AsArray().Single()!["displayName"]);
        Assert.Equal("Ben", (string?)json["resources"]!["deleted"]!.AsArray().Single()!["displayName"]);
        Assert.Equal("{}", json["entitlements"]!.ToJsonString());
        Assert.Equal(["created", "deleted"], json["grants"]!.AsObject().Select(static m => m.Key));

        var lines = await LinesAsync("diff", "-f", path);
        Assert.Contains("~ resource user:ann: display_name \"Ann\" is now \"Anna\"", lines);
        Assert.Contains("+ grant group:eng:member:user:cy: to cy", lines);
        Assert.Contains("Resources      | 1       | 1        | 1", lines);
    }

    [Fact]
    public async Task Diff_OfTwoFiles_ComparesTheirLastSyncs()
    {
        var before = await WriteAsync("before.c1z", ([User("ann", "Ann")], ["ann"]));
        var after = await WriteAsync("after.c1z", ([User("ann", "Ann")], ["ann", "ann2"]));
        Assert.Contains("Grants         | 1       | 0        | 0", await LinesAsync("diff", "-f", after, "--base-file", before));
    }

    [Fact]
    public async Task Why_WithAPath_TellsEachGrant()
    {
        Assert.Equal("user:bob (Bob) holds group:eng:member (Engineering Member) by grant group:eng:member:user:bob\n", await OutputAsync("why", "user:bob", "group:eng:member", "-f", GoFile));
        Assert.Equal("bob", (string?)(await JsonAsync("why", "user:bob", "group:eng:member", "-f", GoFile))["path"]![0]!["principalId"]);
        var (code, output, _) = await RunAsync(null, "why", "user:nobody", "group:eng:member", "-f", GoFile);
        Assert.Equal((1, "user:nobody does not hold group:eng:member\n"), (code, output));
    }

    [Fact]
    public async Task Check_TellsTheDecisionAndItsGrants()
    {
        await File.WriteAllTextAsync(In("check.json"), """{"agents":{"bot":"user:bob"},"covers":{"assigned":["deploy"]},"acceptsKeys":false}""", Cancel);
        string[] command = ["check", "bot", "deploy", "role:admin", "-f", GoFile, "--config", In("check.json")];
        Assert.Equal("allowed by the grant role:admin:assigned:user:bob\n  user:bob holds role:admin:assigned by grant role:admin:assigned:user:bob\n", await OutputAsync(command));
        var json = await JsonAsync(command);
        Assert.Equal((true, "grant", "role:admin:assigned"), ((bool)json["allowed"]!, (string?)json["reason"], (string?)json["entitlementId"]));
        Assert.Equal("user", (string?)json["path"]![0]!["principalType"]);

        Assert.Equal("allowed by the scope vault:acme/web:*\n", await OutputAsync("check", "bot", "read", "slos://vaults/acme/web", "--scope", "vault:acme/web:*", "-f", GoFile));
        var (code, output, _) = await RunAsync(null, "check", "user:bob", "delete", "role:admin", "-f", GoFile);
        Assert.Equal((1, "denied: no scope and no grant covers it\n"), (code, output));
        await File.WriteAllTextAsync(In("check.json"), """{"agent":{}}""", Cancel);
        Assert.Contains("agent is no setting", (await RunAsync(null, command)).Error, StringComparison.Ordinal);
        await File.WriteAllTextAsync(In("check.json"), """{"agents":[]}""", Cancel);
        Assert.Equal(2, (await RunAsync(null, command)).Code);
    }

    [Fact]
    public async Task Validate_OfASoundAndABrokenFile_EndsWithZeroAndOne()
    {
        Assert.Equal("every rule holds\n", await OutputAsync("validate", "-f", await WriteAsync("good.c1z", ([User("ann", "Ann")], ["ann"]))));
        await File.WriteAllTextAsync(In("bad.c1z"), "no c1z", Cancel);
        var (code, output, _) = await RunAsync(null, "validate", "-o", "csv", "-f", In("bad.c1z"));
        Assert.Equal(1, code);
        Assert.Contains("error,envelope,1,", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("resources -f nowhere.c1z", "there is no file nowhere.c1z")]
    [InlineData("nonsense", "nonsense")]
    [InlineData("grants -r x", "--resource-type and --resource are required")]
    [InlineData("principals -t user", "--resource-type and --resource go together")]
    [InlineData("resources -o yaml", "yaml")]
    [InlineData("access -t user", "--resource-type and --resource are required")]
    [InlineData("diff -f GO", "cannot diff single sync run")]
    [InlineData("resources -f GO --sync-id 123", "has no sync 123")]
    [InlineData("why alice x -f GO", "TYPE:ID")]
    public async Task Mistakes_EndWithTwo_AndSayWhat(string line, string expected)
    {
        var (code, output, error) = await RunAsync(null, line.Split(' ').Select(static word => word == "GO" ? GoFile : word).ToArray());
        Assert.Equal((2, ""), (code, output));
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Table_OfHostileNames_DrivesNoTerminal()
    {
        var path = await WriteAsync("evil.c1z", ([User("x", "\x1b]0;owned\a\u202Egpj.exe\r\n\u0007"), User("y\t|", "wide 漢字 name")], []));
        var output = await OutputAsync("resources", "-t", "user", "-f", path);
        Assert.DoesNotContain(output, static c => c != '\n' && (char.IsControl(c) || c == '\u202E'));
        Assert.Contains(@"\x1b]0;owned\x07\u202egpj.exe\x0d\x0a\x07", output, StringComparison.Ordinal);
        Assert.Equal("\x1b]0;owned\a\u202Egpj.exe\r\n\u0007", (string?)(await JsonAsync("resources", "--name", "owned", "-f", path))["resources"]![0]!["resource"]!["displayName"]);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(72)]
    public async Task Table_OnATerminal_Fits(int width)
    {
        var path = await WriteAsync("wide.c1z", ([.. Enumerable.Range(0, 700).Select(i => User($"user-{i}", new string('漢', i % 80)))], []));
        var lines = (await RunAsync(width, "resources", "-f", path)).Output.Split('\n');
        Assert.Equal(704, lines.Length);
        Assert.All(lines, line => Assert.True(line.EnumerateRunes().Sum(static r => r.Value == '漢' ? 2 : 1) <= width, line));
        Assert.Contains(lines, static line => line.Contains('…'));
    }

    [Fact]
    public async Task Csv_OfAListing_HasItsColumns() =>
        Assert.Equal(["ID,Display Name,Resource Type,Parent Resource", "eng,Engineering,Group,Acme (org)"], await LinesAsync("resources", "-t", "group", "-o", "csv", "-f", GoFile));

    [Fact]
    public async Task Watch_ShowsTheFileAgainWhenItIsReplaced()
    {
        var path = await WriteAsync("watched.c1z", ([User("ann", "Ann")], []));
        var next = await WriteAsync("next.c1z", ([User("ann", "Somebody else")], []));
        var time = new FakeTime { Skips = false };
        using var output = new MemoryStream();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var run = Tool.RunAsync(["resources", "-t", "user", "--watch", "-f", path], new() { Output = output, Error = TextWriter.Null, Options = Options, Time = time }, stop.Token);
        await UntilAsync(() => time.Waiting == 1);
        time.Advance(TimeSpan.FromSeconds(1)); // nothing new
        await UntilAsync(() => time.Waits.Count == 2);
        File.Move(next, path, overwrite: true);
        time.Advance(TimeSpan.FromSeconds(1));
        await UntilAsync(() => time.Waits.Count == 3);
        await stop.CancelAsync();
        Assert.Equal(0, await run);
        var lines = Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["ann | Ann          | User          | -", "ann | Somebody else | User          | -"], lines.Where(static l => l.StartsWith("ann", StringComparison.Ordinal)));
    }

    static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            Cancel.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
