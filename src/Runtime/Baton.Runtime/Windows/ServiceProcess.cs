using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Baton.Windows;

/// <summary>
/// The service that this process is: told to the service manager, and stopped by it. The system calls back without a word of whose service is meant,
/// so there is one at a time.
/// </summary>
[SupportedOSPlatform("windows")]
static partial class ServiceProcess
{
    const uint OwnProcess = 0x10, SpecificError = 1066, NotImplemented = 120;
    const uint Stopped = 1, StopPending = 3, Running = 4;
    const uint StopControl = 1, InterrogateControl = 4, ShutdownControl = 5;
    const uint AcceptsStop = 1, AcceptsShutdown = 4;
    const uint StopHintMilliseconds = 60_000;

    static readonly TaskCompletionSource s_started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    static readonly CancellationTokenSource s_stop = new();
    static nint s_handle;

    /// <summary>Runs it when the manager says so, until it ends or the manager stops it.</summary>
    /// <param name="name">The service's name.</param>
    /// <param name="run">What to run.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="Win32Exception">The process was not started by the service manager.</exception>
    public static async Task<int> RunAsync(string name, Func<CancellationToken, Task<int>> run)
    {
        // Gives its thread to the manager until the service has stopped.
        var dispatcher = Task.Factory.StartNew(() => Dispatch(name), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        if (await Task.WhenAny(s_started.Task, dispatcher).ConfigureAwait(false) == dispatcher)
            await dispatcher.ConfigureAwait(false);
        var code = 1;
        try
        {
            code = await run(s_stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (s_stop.IsCancellationRequested)
        {
            code = 0; // as the manager wished
        }
        finally
        {
            Report(Stopped, code);
        }
        await dispatcher.ConfigureAwait(false);
        return code;
    }

    static unsafe void Dispatch(string name)
    {
        fixed (char* text = name)
        {
            var table = stackalloc Entry[2];
            table[0] = new Entry { Name = text, Main = &Main };
            table[1] = default;
            if (!StartServiceCtrlDispatcher(table))
                throw new Win32Exception(Marshal.GetLastPInvokeError());
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(System.Runtime.CompilerServices.CallConvStdcall)])]
    static unsafe void Main(uint count, char** arguments)
    {
        s_handle = RegisterServiceCtrlHandler(arguments[0], &Control, 0);
        Report(Running, 0);
        s_started.TrySetResult();
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(System.Runtime.CompilerServices.CallConvStdcall)])]
    static uint Control(uint control, uint type, nint data, nint context)
    {
        switch (control)
        {
            case StopControl or ShutdownControl:
                Report(StopPending, 0);
                _ = s_stop.CancelAsync(); // what it stops must not run on the manager's thread
                return 0;
            case InterrogateControl:
                return 0;
            default:
                return NotImplemented;
        }
    }

    static unsafe void Report(uint state, int code)
    {
        var status = new Status
        {
            Type = OwnProcess,
            State = state,
            Accepts = state == Running ? AcceptsStop | AcceptsShutdown : 0,
            Error = code == 0 ? 0 : SpecificError,
            OwnError = (uint)code,
            HintMilliseconds = state == StopPending ? StopHintMilliseconds : 0,
        };
        SetServiceStatus(s_handle, &status);
    }

    unsafe struct Entry
    {
        public char* Name;
        public delegate* unmanaged[Stdcall]<uint, char**, void> Main;
    }

    struct Status
    {
        public uint Type, State, Accepts, Error, OwnError, Checkpoint, HintMilliseconds;
    }

    [LibraryImport("advapi32", EntryPoint = "StartServiceCtrlDispatcherW", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static unsafe partial bool StartServiceCtrlDispatcher(Entry* table);

    [LibraryImport("advapi32", EntryPoint = "RegisterServiceCtrlHandlerExW", SetLastError = true)]
    private static unsafe partial nint RegisterServiceCtrlHandler(char* name, delegate* unmanaged[Stdcall]<uint, uint, nint, nint, uint> handler, nint context);

    [LibraryImport("advapi32")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static unsafe partial bool SetServiceStatus(nint handle, Status* status);
}
