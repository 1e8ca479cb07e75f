namespace Baton.Sync;

/// <summary>A stop that comes some time after the one that was asked for: for what should rather be completed.</summary>
sealed class Patience : IDisposable
{
    readonly CancellationTokenSource _later = new();
    readonly CancellationTokenRegistration _registration;

    internal Patience(TimeSpan time, CancellationToken stop) =>
        _registration = stop.UnsafeRegister(_ => _later.CancelAfter(time), null); // by the clock on the wall: it is that of who waits

    internal CancellationToken Token => _later.Token;

    public void Dispose()
    {
        _registration.Dispose();
        _later.Dispose();
    }
}
