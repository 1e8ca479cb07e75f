using System.Diagnostics;
using System.Globalization;
using Baton.Bare;
using Baton.Benchmarks.Measuring;
using Baton.C1Z;

// FILE: puts its rows into a new file beside, and prints how many these were, seconds, CPU seconds, and megabytes of the new file.
if (args is ["--version"])
{
    Console.WriteLine("bare loop");
    return 0;
}
if (args is not [var file])
{
    Console.Error.WriteLine("usage: baton-bare-loop FILE");
    return 2;
}
using var folder = TempFolder.Create(null);
var tables = StoredTable.LoadAll(file, Path.Combine(folder.Path, "source"));
GC.Collect();
// Only the loop counts: not reading the rows, not start-up.
var clock = Stopwatch.StartNew();
var before = Usage.CpuSeconds();
var target = Path.Combine(folder.Path, "target.c1z");
BareLoop.Write(folder.Database, target, tables);
Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture,
    $"{tables.Where(table => table.Name != "v1_sync_runs").Sum(table => table.Count)} {clock.Elapsed.TotalSeconds} {Usage.CpuSeconds() - before} {new FileInfo(target).Length / 1e6}"));
return 0;
