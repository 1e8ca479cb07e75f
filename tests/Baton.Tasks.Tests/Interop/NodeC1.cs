using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Baton.Tests.Shared;
using Google.Protobuf;
using Finish = Baton.Protocol.Service.V1.BatonServiceFinishTaskRequest;
using ServiceTask = Baton.Protocol.Service.V1.Task;

namespace Baton.Tasks.Tests.Interop;

/// <summary>A C1 on the gRPC of @grpc/grpc-js, which checks every request by the table of the contract, in a process of its own.</summary>
sealed class NodeC1 : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly Process _process = new();
    readonly ConcurrentDictionary<string, TaskCompletionSource<Finish>> _finished = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, TaskCompletionSource> _faults = new(StringComparer.Ordinal);
    readonly ConcurrentQueue<(string Id, byte[] File)> _uploads = new();
    readonly ConcurrentQueue<string> _violations = new();
    readonly TaskCompletionSource<JsonNode> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    Task _reading = Task.CompletedTask;

    public string ClientId { get; private set; } = "";

    public string ClientSecret { get; private set; } = "";

    public string Host { get; private set; } = "";

    public IReadOnlyList<string> Violations => [.. _violations];

    /// <summary>What arrived whole for a task.</summary>
    public IReadOnlyList<byte[]> UploadsOf(ServiceTask task) => [.. _uploads.Where(u => u.Id == task.Id).Select(static u => u.File)];

    public static async Task<NodeC1> StartAsync()
    {
        var c1 = new NodeC1();
        string Place(string name) => Path.Combine(AppContext.BaseDirectory, "Interop", name);
        c1._process.StartInfo = new ProcessStartInfo("timeout", ["600", "node", Place("c1.cjs"), Place("wire.tsv")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment = { ["NODE_PATH"] = NodeModules.FolderOf("@grpc/grpc-js") },
        };
        c1._process.Start();
        c1._reading = c1.ReadAsync();
        var ready = await c1._ready.Task.WaitAsync(Patience);
        (c1.ClientId, c1.ClientSecret, c1.Host) = (Text(ready, "clientId"), Text(ready, "clientSecret"), $"http://127.0.0.1:{ready["port"]}");
        return c1;
    }

    /// <summary>Has a task done, however it ends.</summary>
    public async Task<Finish> RunAsync(ServiceTask task)
    {
        task.Id = C1Z.Ksuid.New(TimeProvider.System);
        var finished = _finished[task.Id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Say(new JsonObject { ["id"] = task.Id, ["hello"] = task.Hello is not null, ["task"] = Convert.ToBase64String(task.ToByteArray()) });
        return await finished.Task.WaitAsync(Patience);
    }

    /// <summary>Lets a call of a method go wrong.</summary>
    /// <returns>Ends when it did.</returns>
    public Task Spoil(string method, string kind, params (string Name, int Value)[] more)
    {
        var fault = new JsonObject { ["method"] = method, ["kind"] = kind };
        foreach (var (name, value) in more)
            fault[name] = value;
        var happened = _faults[$"{method} {kind}"] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Say(new JsonObject { ["fault"] = fault });
        return happened.Task.WaitAsync(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close(); // which ends it
        await _process.WaitForExitAsync().WaitAsync(Patience);
        await _reading;
        _process.Dispose();
    }

    void Say(JsonObject command)
    {
        lock (_process)
        {
            _process.StandardInput.WriteLine(command.ToJsonString());
            _process.StandardInput.Flush();
        }
    }

    async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
            Heed(JsonNode.Parse(line)!);
        _ready.TrySetException(new InvalidOperationException("the server ended"));
    }

    void Heed(JsonNode happened)
    {
        switch (Text(happened, "event"))
        {
            case "ready":
                _ready.SetResult(happened);
                break;
            case "finished":
                _finished[Text(happened, "id")].TrySetResult(Finish.Parser.ParseFrom(Convert.FromBase64String(Text(happened, "request"))));
                break;
            case "uploaded":
                _uploads.Enqueue((Text(happened, "id"), Convert.FromBase64String(Text(happened, "file"))));
                break;
            case "fault":
                _faults[$"{happened["method"]} {happened["kind"]}"].TrySetResult();
                break;
            case "violation":
                _violations.Enqueue(Text(happened, "text"));
                break;
        }
    }

    static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
}
