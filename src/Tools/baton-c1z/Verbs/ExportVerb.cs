using System.CommandLine;
using Baton.C1Z;

namespace Baton.C1ZTool;

static class ExportVerb
{
    public static Command Create(ToolHost host) => new("export", "Write a sync in another form")
    {
        Flat(host, "csv", static stream => new CsvWriter(stream)),
        Flat(host, "xlsx", static stream => new XlsxWriter(stream)),
        OwnFile(host),
    };

    static Command Flat(ToolHost host, string format, Func<Stream, IRowWriter> open)
    {
        var sync = Globals.SyncId();
        var output = new Option<string>("--out") { Description = "The file to write", DefaultValueFactory = _ => $"./sync.{format}" };
        return new Command(format, "Identities, entitlements and grants of users, to upload to ConductorOne") { output, sync }.Running(host, async invocation =>
        {
            await using var reader = await invocation.OpenAsync(invocation.Value(sync));
            using var progress = new ProgressLine(host, $"writing {invocation.Value(output)}", reader.Sync is null ? 0 : (await reader.StatsAsync(invocation.Cancel))!.Grants);
            var file = new FileStream(invocation.Value(output)!, FileMode.Create, FileAccess.Write);
            await using (file)
            await using (var writer = open(file))
                await new FlatExport(reader.Current, writer, progress).RunAsync(invocation.Cancel);
        });
    }

    static Command OwnFile(ToolHost host)
    {
        var sync = Globals.SyncId();
        var output = new Option<string>("--out") { Description = "The file to write", DefaultValueFactory = _ => "./latest.c1z" };
        return new Command("c1z", "One sync in a c1z of its own") { output, sync }.Running(host, async invocation =>
        {
            using var progress = new ProgressLine(host, $"writing {invocation.Value(output)}");
            await SyncExport.RunAsync(
                invocation.File, invocation.Value(sync), invocation.Value(output)!, C1ZOptions.FromEnvironment(host.Options), invocation.Cancel);
        });
    }
}
