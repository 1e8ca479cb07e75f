using System.Runtime.InteropServices;
using Baton.C1ZTool;

using var stop = new CancellationTokenSource();
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
using var closed = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop);
return await Tool.RunAsync(args, ToolHost.OfProcess(), stop.Token);

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true; // streams end where they are, and temporary files go away
    stop.Cancel();
}
