using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
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

        Assert.Equal(
            [
                "Change,Kind,ID,Detail",
                "modified,resource,user:ann,\"display_name \"\"Ann\"\" is now \"\"Anna\"\"\"",
                "deleted,resource,user:ben,Ben",
                "created,resource,user:cy,Cy",
                "deleted,grant,group:eng:member:user:ann,to ann",
                "created,grant,group:eng:member:user:cy,to cy",
            ],
            await LinesAsync("diff", "-f", path, "-o", "csv"));
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
        Assert.Equal(
            ["Allowed,Reason,Scope,Grant,Entitlement,Text", "true,grant,,role:admin:assigned:user:bob,role:admin:assigned,allowed by the grant role:admin:assigned:user:bob"],
            await LinesAsync([.. command, "-o", "csv"]));
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
    [InlineData("resources -f /", "/ is a directory; name the file in it")]
    [InlineData("resources -f EMPTY", "--file is empty")]
    [InlineData("export csv -f GO --out EMPTY", "--out is empty")]
    [InlineData("export csv -f GO --out s3://bucket/x.csv", "--out takes the path of a file, and s3://bucket/x.csv is an address")]
    [InlineData("diff -f GO --base-file EMPTY", "--base-file is empty")]
    public async Task Mistakes_EndWithTwo_AndSayWhat(string line, string expected)
    {
        var (code, output, error) = await RunAsync(null, line.Split(' ').Select(static word => word switch { "GO" => GoFile, "EMPTY" => "", _ => word }).ToArray());
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

    [Theory]
    [InlineData("\u2705 done", 7)] // a picture
    [InlineData("\u0646\u0627\u0645\u0647\u200c\u0627\u06cc", 6)] // a joiner
    [InlineData("\u1112\u1161\u11ab", 2)] // one Korean syllable in parts
    [InlineData("e\u0301", 1)]
    [InlineData("\U0001f600", 2)]
    public async Task Table_WithNamesOfOddWidth_KeepsItsColumns(string name, int columns)
    {
        var path = await WriteAsync("odd.c1z", ([User("a", name), User("b", new string('x', 12))], []));
        var lines = await LinesAsync("resources", "-t", "user", "-f", path);
        Assert.Equal($"a  | {name}{new string(' ', 12 - columns)} | User          | -", lines[1]);
    }

    [Fact]
    public async Task Output_ThatNobodyReadsAnyMore_EndsTheProgram()
    {
        var path = await WriteAsync("many.c1z", ([.. Enumerable.Range(0, 4000).Select(static i => User($"user-{i}", new string('n', 60)))], []));
        const string Pipe = "dotnet exec \"$0\" resources -f \"$1\" | head -n 1; echo \"${PIPESTATUS[0]}\"";
        using var shell = new Process
        {
            StartInfo = new("bash", ["-c", Pipe, typeof(Tool).Assembly.Location, path])
            {
                RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["BATON_TMPDIR"] = Options.TempDirectory },
            },
        };
        shell.Start();
        var (output, error) = (shell.StandardOutput.ReadToEndAsync(Cancel), shell.StandardError.ReadToEndAsync(Cancel));
        await shell.WaitForExitAsync(Cancel);
        Assert.Equal("", await error);
        Assert.EndsWith("\n141\n", await output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Csv_OfAListing_HasItsColumns() =>
        Assert.Equal(["ID,Display Name,Resource Type,Parent Resource", "eng,Engineering,Group,Acme (org)"], await LinesAsync("resources", "-t", "group", "-o", "csv", "-f", GoFile));

    [Fact]
    public async Task Watch_ShowsTheFileAgainWhenItIsReplaced()
    {
        var path = await WriteAsync("watched.c1z", ([User("ann", "Ann")], []));
        var next = await WriteAsync("next.c1z", ([User("ann", "Somebody else")], []));
        var (lines, error) = await WatchAsync(["resources", "-t", "user", "-f", path], () => { /* nothing new */ }, () => File.Move(next, path, overwrite: true));
        Assert.Equal(["ann | Ann          | User          | -", "ann | Somebody else | User          | -"], lines.Where(static l => l.StartsWith("ann", StringComparison.Ordinal)));
        Assert.Equal("", error);
    }

    [Fact]
    public async Task Watch_OfAFileThatIsDamagedOrGone_TellsItOnce_AndGoesOn()
    {
        var path = await WriteAsync("watched.c1z", ([User("ann", "Ann")], []));
        var next = await WriteAsync("next.c1z", ([User("ben", "Ben")], []));
        var (lines, error) = await WatchAsync(
            ["resources", "-t", "user", "-o", "json", "-f", path],
            () => File.WriteAllText(path, "no c1z"),
            () => { /* still damaged */ },
            () => File.Delete(path),
            () => File.Move(next, path));
        Assert.Equal(["ann", "ben"], lines.Select(static line => (string?)JsonNode.Parse(line)!["resources"]![0]!["resource"]!["id"]!["resource"]));
        Assert.Equal($"error: {path} is not a c1z file: it does not begin with \"C1ZF\"\nerror: there is no file {path}\n", error);
    }

    /// <summary>Watches a file while things happen to it, a second after each other.</summary>
    async Task<(string[] Lines, string Error)> WatchAsync(string[] command, params Action[] events)
    {
        var time = new FakeTime { Skips = false };
        using var output = new MemoryStream();
        using var error = new StringWriter();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var run = Tool.RunAsync([.. command, "--watch"], new() { Output = output, Error = error, Options = Options, Time = time }, stop.Token);
        for (var i = 0; i < events.Length; i++)
        {
            await UntilAsync(() => time.Waits.Count == i + 1);
            events[i]();
            time.Advance(TimeSpan.FromSeconds(1));
        }
        await UntilAsync(() => time.Waits.Count == events.Length + 1);
        await stop.CancelAsync();
        Assert.Equal(0, await run);
        return (Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries), error.ToString());
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
