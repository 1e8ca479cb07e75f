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
        var output = Globals.Path("--out", "The file to write", $"./sync.{format}");
        return new Command(format, "Identities, entitlements and grants of users, to upload to ConductorOne") { output, sync }.Running(host, async invocation =>
        {
            var path = invocation.Value(output)!;
            if (Path.GetFullPath(path) == Path.GetFullPath(invocation.File))
                throw new ToolException($"{path} is the c1z itself; choose another name with --out");
            await using var reader = await invocation.OpenAsync(invocation.Value(sync));
            using var progress = new ProgressLine(host, $"writing {path}", reader.Sync is null ? 0 : (await reader.StatsAsync(invocation.Cancel))!.Grants);
            var isNew = !File.Exists(path);
            var file = new FileStream(path, FileMode.Create, FileAccess.Write);
            try
            {
                await using (file)
                await using (var writer = open(file))
                    await new FlatExport(reader.Current, writer, progress).RunAsync(invocation.Cancel);
            }
            catch when (isNew) // what was there may be a device
            {
                File.Delete(path); // a part would look like the whole
                throw;
            }
        });
    }

    static Command OwnFile(ToolHost host)
    {
        var sync = Globals.SyncId();
        var output = Globals.Path("--out", "The file to write", "./latest.c1z");
        return new Command("c1z", "One sync in a c1z of its own") { output, sync }.Running(host, async invocation =>
        {
            using var progress = new ProgressLine(host, $"writing {invocation.Value(output)}");
            await SyncExport.RunAsync(
                invocation.File, invocation.Value(sync), invocation.Value(output)!, C1ZOptions.FromEnvironment(host.Options), invocation.Cancel);
        });
    }
}
