using Baton.Testing;
using ServiceTask = Baton.Protocol.Service.V1.Task;

namespace Baton.Service.Tests.EndToEnd;

static class Tasks
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static ServiceTask Sync() => new() { SyncFull = new() };

    public static Task<T> Soon<T>(this Task<T> task) => task.WaitAsync(Patience);

    public static Task Soon(this Task task) => task.WaitAsync(Patience);
}

static class Emulator
{
    public static Task<C1Emulator> StartAsync(C1EmulatorOptions? options = null) => C1Emulator.StartAsync(options, TestContext.Current.CancellationToken);
}
