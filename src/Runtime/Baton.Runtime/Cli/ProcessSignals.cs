using System.Runtime.InteropServices;

namespace Baton.Cli;

/// <summary>SIGINT and SIGTERM as tokens. A second signal of the same kind ends the process as if nobody listened.</summary>
sealed class ProcessSignals : IDisposable
{
    readonly CancellationTokenSource _interrupt = new();
    readonly CancellationTokenSource _terminate = new();
    readonly PosixSignalRegistration[] _registrations;

    public ProcessSignals() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, c => Handle(c, _interrupt)),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, c => Handle(c, _terminate)),
    ];

    public CancellationToken Interrupt => _interrupt.Token;

    public CancellationToken Terminate => _terminate.Token;

    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();
        _interrupt.Dispose();
        _terminate.Dispose();
    }

    static void Handle(PosixSignalContext context, CancellationTokenSource source)
    {
        context.Cancel = !source.IsCancellationRequested;
        source.Cancel();
    }
}
