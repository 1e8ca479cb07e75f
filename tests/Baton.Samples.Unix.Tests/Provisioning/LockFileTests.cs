using System.Diagnostics;
using Baton.Samples.Unix.Tests.Support;
using BatonUnix.Provisioning;

namespace Baton.Samples.Unix.Tests.Provisioning;

public sealed class LockFileTests : IDisposable
{
    readonly TempRoot _root = new();

    string Path => _root.Real("/group.lock");

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _root.Dispose();

    [Fact]
    public async Task Holds_the_process_id_and_goes_away()
    {
        using (await LockFile.TakeAsync(Path, TimeProvider.System, Ct))
            Assert.Equal($"{Environment.ProcessId}\0", _root.Read("/group.lock"));
        Assert.False(File.Exists(Path));
    }

    [Fact]
    public async Task Waits_until_the_other_one_is_done()
    {
        var first = await LockFile.TakeAsync(Path, TimeProvider.System, Ct);
        var second = LockFile.TakeAsync(Path, TimeProvider.System, Ct);
        Assert.False(second.IsCompleted);
        first.Dispose();
        (await second).Dispose();
    }

    [Fact]
    public async Task Gives_up_when_it_takes_too_long()
    {
        _root.File("/group.lock", "");
        var failure = await Assert.ThrowsAsync<ConnectorException>(() => LockFile.TakeAsync(Path, new Hurried(), Ct));
        Assert.Equal(ErrorCode.Unavailable, failure.Code);
        Assert.Contains(Path, failure.Message);
        Assert.True(File.Exists(Path));
    }

    [Fact]
    public async Task One_that_a_dead_process_left_does_not_count()
    {
        using var process = Process.Start(new ProcessStartInfo("/bin/true"))!;
        await process.WaitForExitAsync(Ct);
        _root.File("/group.lock", $"{process.Id}\0");
        using var taken = await LockFile.TakeAsync(Path, new Hurried(), Ct);
        Assert.Equal($"{Environment.ProcessId}\0", _root.Read("/group.lock"));
    }

    [Fact]
    public async Task Other_failures_are_not_waited_for() =>
        await Assert.ThrowsAsync<DirectoryNotFoundException>(() => LockFile.TakeAsync(_root.Real("/none/group.lock"), new Hurried(), Ct));

    /// <summary>A clock on which a second passes at every look, and no pause takes any time.</summary>
    sealed class Hurried : TimeProvider
    {
        long _now;

        public override long GetTimestamp() => Interlocked.Add(ref _now, TimestampFrequency);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            System.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
