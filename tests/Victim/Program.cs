using System.Globalization;
using System.Runtime.InteropServices;
using Baton;
using Baton.C1Z;
using Baton.Runtime.Tests;
using Baton.Sync;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

// Syncs a source of a given size, slowly, for tests that end it in the middle.
// Arguments: file, temp directory, size, workers, milliseconds between checkpoints, one page in how many takes a millisecond; and the file of another
// system, if its users and groups are to be taken.
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
    External = args.Length > 6 ? new() { File = args[6] } : null,
    CheckpointInterval = TimeSpan.FromMilliseconds(Number(4)),
    C1ZOptions = new C1ZOptions { TempDirectory = args[1].Length > 0 ? args[1] : null },
};
await using var services = new ServiceCollection().BuildServiceProvider();
Console.WriteLine("begins");
try
{
    await new SyncEngine(new FakeManifest([.. acme.Syncers(), .. args.Length > 6 ? [Apps()] : Array.Empty<FakeSyncer>()]), services, options, new NoProgress(), NullLogger.Instance).RunAsync(stop.Token);
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

// Whose users and groups come from the other system, in all ways.
static FakeSyncer Apps() => new(new() { Id = "app", DisplayName = "App", Entitlements = [new() { Slug = "use", GrantableTo = static () => [] }] })
{
    Items = Item.Numbered("a", 30),
    PerModel =
    {
        ["use"] = static app => app.Id switch
        {
            "a0" => [Grantee.ExternalAll(Trait.User)],
            "a1" => [Grantee.ExternalId(Trait.Group, "x1").Expanding("member")],
            _ => [.. Enumerable.Range(0, 100).Select(static i => Grantee.ExternalId(Trait.User, $"x{i}"))],
        },
    },
};

int Number(int index) => int.Parse(args[index], CultureInfo.InvariantCulture);
