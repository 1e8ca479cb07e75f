using Baton.Protocol.Service.V1;
using Baton.Runtime.Tests.Tasks;
using Baton.Testing;
using Google.Protobuf;
using ServiceTask = Baton.Protocol.Service.V1.Task;
using Task = System.Threading.Tasks.Task;

namespace Baton.Tasks.Tests.Wire;

/// <summary>The desk's connector in service mode.</summary>
sealed class DeskService : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly ConnectorService _service;

    DeskService(ConnectorService service, Desk desk) => (_service, Desk) = (service, desk);

    public Desk Desk { get; }

    public C1Emulator C1 => _service.C1;

    public string Log => _service.Log;

    /// <summary>Starts it with all leave that an operator can give.</summary>
    public static Task<DeskService> StartAsync() => StartAsync("--provisioning", "--ticketing");

    public static async Task<DeskService> StartAsync(params string[] args)
    {
        var desk = new Desk();
        Desk.OfProgram.Value = desk;
        var service = await ConnectorService.StartAsync<DeskConnector>(
            args, cancellationToken: TestContext.Current.CancellationToken).WaitAsync(Patience);
        return new(service, desk);
    }

    public Task<BatonServiceFinishTaskRequest> RunAsync(ServiceTask task) => _service.RunAsync(task, TestContext.Current.CancellationToken).WaitAsync(Patience);

    public Task<T> AnswerAsync<T>(ServiceTask task)
        where T : class, IMessage<T>, new() => _service.AnswerAsync<T>(task, TestContext.Current.CancellationToken).WaitAsync(Patience);

    /// <summary>Ends it: nothing may be left, and nothing that the protocol does not allow may have happened.</summary>
    public async Task EndAsync()
    {
        Assert.Equal(0, await _service.StopAsync().WaitAsync(Patience));
        Assert.Empty(C1.Violations);
        Assert.Empty(_service.Files);
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();
}
