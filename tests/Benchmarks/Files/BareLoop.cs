using System.CommandLine;
using System.Diagnostics;
using Baton.Benchmarks.Measuring;
using Baton.C1Z;
using Baton.C1Z.Envelope;
using Baton.C1Z.Sqlite;

namespace Baton.Benchmarks.Files;

/// <summary>
/// The limit on this machine: the rows of a file, already encoded and in memory, are inserted into the same tables and indices by the same
/// library, and the result is compressed. What a sync needs beyond that is the framework's own share.
/// </summary>
static class BareLoop
{
    const string ChildName = "bare-loop";

    public static Command Command() => FileCommand.Create(
        "bare", "The bare loop alone: the rows of a sync, encoded already, into the same tables, and compressed", MeasureAsync);

    /// <summary>Runs the loop over a file's rows in a process of its own. Only the loop is measured: not reading the rows, not start-up.</summary>
    public static Task<Measurement> MeasureAsync(string file) => Task.FromResult(Measurement.Parse(ChildProcess.Run(ChildProcess.Again(ChildName, file)).Output));

    public static Command ChildCommand()
    {
        var file = new Argument<string>("file");
        var command = new Command(ChildName) { file };
        command.Hidden = true;
        command.SetAction((result, cancellationToken) =>
        {
            Run(result.GetRequiredValue(file), cancellationToken);
            return Task.CompletedTask;
        });
        return command;
    }

    static void Run(string file, CancellationToken cancellationToken)
    {
        using var folder = TempFolder.Create(null);
        var source = Path.Combine(folder.Path, "source");
        EnvelopeReader.Unpack(new LocalPlace(file), source, C1ZOptions.FromEnvironment(), cancellationToken);
        var tables = Load(source, file);
        File.Delete(source);

        GC.Collect();
        var clock = Stopwatch.StartNew();
        var before = Usage.CpuSeconds();
        var target = Path.Combine(folder.Path, "target.c1z");
        Write(folder.Database, target, tables, cancellationToken);
        new Measurement(
            "bare loop", tables.Where(table => table.Name != "v1_sync_runs").Sum(table => table.Count), clock.Elapsed.TotalSeconds,
            Usage.CpuSeconds() - before, 0, new FileInfo(target).Length / 1e6).Print();
    }

    static void Write(string database, string target, List<StoredTable> tables, CancellationToken cancellationToken)
    {
        using (var connection = Database.Open(database, target))
        {
            connection.Execute("PRAGMA main.locking_mode = EXCLUSIVE");
            connection.Execute($"PRAGMA page_size = {WorkingCopy.PageSize}");
            connection.Execute("PRAGMA cache_size = -8192");
            connection.Execute("PRAGMA synchronous = NORMAL");
            connection.Execute("PRAGMA journal_mode = TRUNCATE");
            foreach (var table in tables)
                table.Write(connection);
        }
        EnvelopeWriter.Pack(database, target, cancellationToken);
    }

    static List<StoredTable> Load(string path, string file)
    {
        using var connection = Database.Open(path, file);
        var names = new List<(string Name, string Sql)>();
        using (var statement = connection.Prepare("SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY rowid"))
        {
            while (statement.Step())
                names.Add((statement.Text(0)!, statement.Text(1)!));
        }
        return [.. names.Select(table => StoredTable.Load(connection, table.Name, table.Sql))];
    }
}
