using System.Globalization;
using System.Runtime.InteropServices;
using Baton.C1Z;
using Baton.Runtime.Tests;
using Baton.Sync;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

// Syncs a source of a given size, slowly, for tests that end it in the middle.
// Arguments: file, temp directory, size, workers, milliseconds between checkpoints, one page in how many takes a millisecond.
using var stop = new CancellationTokenSource();
using var signal = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
{
    context.Cancel = true;
    stop.Cancel();
});
var pages = 0;
var slow = Number(5);
var acme = new Acme(Number(2), async (_, cancellationToken) =>
{
    if (Interlocked.Increment(ref pages) % slow == 0)
        await Task.Delay(1, cancellationToken);
});
var options = new SyncOptions
{
    File = args[0],
    Workers = Number(3),
    CheckpointInterval = TimeSpan.FromMilliseconds(Number(4)),
    C1ZOptions = new C1ZOptions { TempDirectory = args[1].Length > 0 ? args[1] : null },
};
await using var services = new ServiceCollection().BuildServiceProvider();
Console.WriteLine("begins");
try
{
    await new SyncEngine(new FakeManifest(acme.Syncers()), services, options, new NoProgress(), NullLogger.Instance).RunAsync(stop.Token);
    Console.WriteLine($"pages {pages}");
    return 0;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return 143;
}
catch (C1ZException e)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}

int Number(int index) => int.Parse(args[index], CultureInfo.InvariantCulture);
