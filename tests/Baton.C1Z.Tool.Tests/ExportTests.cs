using System.IO.Compression;
using System.Xml.Linq;
using Baton.C1Z;

namespace Baton.C1ZTool.Tests;

/// <summary>Files made of a sync.</summary>
public sealed class ExportTests : ToolTest
{
    static readonly string[] Rows =
    [
        "Type,Last Name,First Name,User ID,User Status,Email Address,Entitlement Display Name,Entitlement,Resource Type,Resource Name,Entitlement Description,Entitlement Slug",
        "Identity,A,Alice,alice,Enabled,alice@example.com,,,,,,",
        "Identity,,,,Disabled,bob@example.com,,,,,,",
        "Entitlement,,,,,,Engineering Member,group:eng:member,group,Engineering,Member of Engineering,member",
        "Entitlement,,,,,,Admin Role,role:admin:assigned,role,Admin,,assigned",
        "Grant,A,Alice,alice,,alice@example.com,Engineering Member,group:eng:member,group,Engineering,Member of Engineering,member",
        "Grant,,,,,bob@example.com,Engineering Member,group:eng:member,group,Engineering,Member of Engineering,member",
        "Grant,A,Alice,alice,,alice@example.com,Admin Role,role:admin:assigned,role,Admin,,assigned",
        "Grant,,,,,bob@example.com,Admin Role,role:admin:assigned,role,Admin,,assigned",
    ];

    [Fact]
    public async Task Csv_OfAGoFile_IsWhatGoWrites()
    {
        await OutputAsync("export", "csv", "-f", GoFile, "--out", In("sync.csv"));
        Assert.Equal(Rows, await File.ReadAllLinesAsync(In("sync.csv"), Cancel));
    }

    [Fact]
    public async Task Xlsx_HasTheSameCells()
    {
        await OutputAsync("export", "xlsx", "-f", GoFile, "--out", In("sync.xlsx"));
        using var zip = await ZipFile.OpenReadAsync(In("sync.xlsx"), Cancel);
        Assert.Equal(
            ["[Content_Types].xml", "_rels/.rels", "xl/_rels/workbook.xml.rels", "xl/workbook.xml", "xl/worksheets/sheet1.xml"],
            zip.Entries.Select(static e => e.FullName).Order(StringComparer.Ordinal));
        foreach (var entry in zip.Entries)
        {
            await using var part = await entry.OpenAsync(Cancel);
            var document = await XDocument.LoadAsync(part, LoadOptions.None, Cancel);
            if (entry.Name != "sheet1.xml")
                continue;
            var ns = document.Root!.Name.Namespace;
            Assert.Equal(Rows, document.Descendants(ns + "row").Select(row => string.Join(',', row.Elements(ns + "c").Select(static cell => cell.Value))));
        }
    }

    [Fact]
    public async Task Xlsx_WithWhatXmlCannotHold_IsStillXml()
    {
        await using (var writer = new FileStream(In("x.xlsx"), FileMode.Create))
        await using (var sheet = new XlsxWriter(writer))
            await sheet.WriteAsync(["a\u0001b\uFFFF", " <&> ", "\U0001F600"]);
        using var zip = await ZipFile.OpenReadAsync(In("x.xlsx"), Cancel);
        await using var part = await zip.GetEntry("xl/worksheets/sheet1.xml")!.OpenAsync(Cancel);
        var document = await XDocument.LoadAsync(part, LoadOptions.PreserveWhitespace, Cancel);
        Assert.Equal(["a\uFFFDb\uFFFD", " <&> ", "\U0001F600"], document.Descendants(document.Root!.Name.Namespace + "t").Select(static t => t.Value));
    }

    [Fact]
    public async Task Csv_WithCommasAndQuotes_IsQuoted()
    {
        using var stream = new MemoryStream();
        await using (var writer = new CsvWriter(stream))
            await writer.WriteAsync(["a,b", "say \"hi\"", "two\nlines", " led", "plain", ""]);
        Assert.Equal("\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",\" led\",plain,\n", System.Text.Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public async Task Export_ThatIsStopped_SaysSo_AndLeavesNoPart()
    {
        var path = await WriteAsync("many.c1z", ([.. Enumerable.Range(0, 3000).Select(static i => User($"u{i}", "U"))], []));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var host = new ToolHost { Output = Stream.Null, Error = TextWriter.Null, HasLiveError = true, Options = Options, Time = new StoppingTime(stop) };
        Assert.Equal(130, await Tool.RunAsync(["export", "csv", "-f", path, "--out", In("part.csv")], host, stop.Token));
        Assert.False(File.Exists(In("part.csv")));
    }

    [Fact]
    public async Task Export_OntoTheC1Z_IsRefused()
    {
        var path = await WriteAsync("sync.c1z", ([User("ann", "Ann")], []));
        var (code, _, error) = await RunAsync(null, "export", "csv", "-f", path, "--out", Path.Combine(In("."), "sync.c1z"));
        Assert.Equal((2, $"error: {Path.Combine(In("."), "sync.c1z")} is the c1z itself; choose another name with --out\n"), (code, error));
        Assert.Contains("ann", await OutputAsync("resources", "-f", path), StringComparison.Ordinal);
    }

    /// <summary>Stops the program when it is about to show for the second time how far it is: it has unpacked the file, and begins to write.</summary>
    sealed class StoppingTime(CancellationTokenSource stop) : TimeProvider
    {
        int _timers;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (++_timers == 2)
                stop.Cancel();
            return base.CreateTimer(static _ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    [Fact]
    public async Task C1Z_HoldsOneSync()
    {
        var path = await WriteAsync("two.c1z", ([User("ann", "Ann")], ["ann"]), ([User("ben", "Ben")], ["ben"]));
        var first = (await JsonAsync("syncs", "-f", path))["syncs"]![0]!["id"]!.GetValue<string>();
        await OutputAsync("export", "c1z", "-f", path, "--sync-id", first, "--out", In("one.c1z"));
        await using var reader = await C1ZReader.OpenAsync(In("one.c1z"), Options, Cancel);
        Assert.Equal(first, reader.Sync?.Id);
        Assert.NotNull(await reader.FindResourceAsync("user", "ann", Cancel));
    }

    [Fact]
    public async Task DumpDb_WritesSQLite_AndReplacesNothing()
    {
        await OutputAsync("dump-db", "-f", GoFile, "--out", In("sync.db"));
        Assert.StartsWith("SQLite format 3\0", System.Text.Encoding.ASCII.GetString(await File.ReadAllBytesAsync(In("sync.db"), Cancel)), StringComparison.Ordinal);
        Assert.Equal(2, (await RunAsync(null, "dump-db", "-f", GoFile, "--out", In("sync.db"))).Code);
    }
}
