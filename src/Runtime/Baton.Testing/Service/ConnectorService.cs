using System.Globalization;
using Baton.CompilerServices;
using Baton.Protocol;
using Baton.Protocol.Service.V1;
using Google.Protobuf;
using ServiceTask = Baton.Protocol.Service.V1.Task;
using Task = System.Threading.Tasks.Task;

namespace Baton.Testing;

/// <summary>A connector in service mode inside the test's process, with a C1 of its own to talk to over a real socket.</summary>
public sealed class ConnectorService : IAsyncDisposable
{
    static readonly C1EmulatorOptions Prompt = new() { Patience = TimeSpan.FromSeconds(20) };

    readonly TemporaryFolder _folder = new();
    readonly StringWriter _log = new(CultureInfo.InvariantCulture);
    readonly TextWriter _logWriter; // several threads log
    readonly CancellationTokenSource _terminate = new();

    ConnectorService(C1Emulator c1)
    {
        C1 = c1;
        _logWriter = TextWriter.Synchronized(_log);
    }

    /// <summary>The C1 that it talks to.</summary>
    public C1Emulator C1 { get; }

    /// <summary>How it ended: the exit code, once it did.</summary>
    public Task<int> Ended { get; private set; } = null!;

    /// <summary>Its log so far.</summary>
    public string Log
    {
        get
        {
            lock (_logWriter) // as it does itself
                return _log.ToString();
        }
    }

    /// <summary>Files that it has in its temporary directory now.</summary>
    public IReadOnlyList<string> Files => Directory.GetFileSystemEntries(_folder.Path);

    /// <summary>Starts the connector, and waits until it introduced itself.</summary>
    /// <typeparam name="TConnector">The class marked with <see cref="ConnectorAttribute"/>.</typeparam>
    /// <param name="args">Arguments of the program, for example <c>--provisioning</c>; client id and secret are those of the emulator.</param>
    /// <param name="run">Environment, clock and HTTP.</param>
    /// <param name="c1">How C1 behaves; null for one that hands out each task at once.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="ConnectorAssertionException">The connector ended instead.</exception>
    public static async Task<ConnectorService> StartAsync<TConnector>(
        IReadOnlyList<string>? args = null, ConnectorRunOptions? run = null, C1EmulatorOptions? c1 = null, CancellationToken cancellationToken = default)
        where TConnector : IConnector
    {
        var service = new ConnectorService(await C1Emulator.StartAsync(c1 ?? Prompt, cancellationToken).ConfigureAwait(false));
        try
        {
            service.Ended = ConnectorHost.RunAsync(TConnector.Manifest, args ?? [], service.Surroundings(run ?? new()));
            await service.UnlessEndedAsync(service.C1.Hello, "before it introduced itself", cancellationToken).ConfigureAwait(false);
            return service;
        }
        catch
        {
            await service.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Has a task done.</summary>
    /// <param name="task">The task; one without an id gets one.</param>
    /// <param name="cancellationToken">Stops waiting for it.</param>
    /// <returns>How the connector reported its end.</returns>
    /// <exception cref="ConnectorAssertionException">The connector ended instead.</exception>
    public Task<BatonServiceFinishTaskRequest> RunAsync(ServiceTask task, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(task);
        return UnlessEndedAsync(C1.Enqueue(task).Finished, $"before it finished a {task.TaskTypeCase} task", cancellationToken);
    }

    /// <summary>Has a task done that must succeed.</summary>
    /// <typeparam name="TAnswer">What the answer is.</typeparam>
    /// <param name="task">The task; one without an id gets one.</param>
    /// <param name="cancellationToken">Stops waiting for it.</param>
    /// <exception cref="ConnectorAssertionException">It failed, or was answered with something else.</exception>
    public async Task<TAnswer> AnswerAsync<TAnswer>(ServiceTask task, CancellationToken cancellationToken = default)
        where TAnswer : class, IMessage<TAnswer>, new()
    {
        var finish = await RunAsync(task, cancellationToken).ConfigureAwait(false);
        if (finish.Error is not null)
            throw new ConnectorAssertionException($"The {task.TaskTypeCase} task failed: {(ErrorCode)finish.Status.Code}, {finish.Status.Message}");
        return finish.Success.Response is { } response && response.TryUnpack<TAnswer>(out var answer)
            ? answer
            : throw new ConnectorAssertionException(
                $"The {task.TaskTypeCase} task was answered with {TypeUrls.NameOf(finish.Success.Response?.TypeUrl ?? "/nothing")}, not with {typeof(TAnswer).Name}.");
    }

    /// <summary>Ends the connector as SIGTERM does.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> StopAsync()
    {
        await _terminate.CancelAsync().ConfigureAwait(false);
        C1.Hurry(); // it waits for the answer to its last question
        return await Ended.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync().ConfigureAwait(false);
        await C1.DisposeAsync().ConfigureAwait(false);
        _terminate.Dispose();
        await _log.DisposeAsync().ConfigureAwait(false);
        _folder.Dispose();
    }

    ConnectorHostOptions Surroundings(ConnectorRunOptions run)
    {
        var environment = new Dictionary<string, string>(run.Environment, StringComparer.Ordinal)
        {
            ["BATON_CLIENT_ID"] = C1.ClientId,
            ["BATON_CLIENT_SECRET"] = C1.ClientSecret,
            ["BATON_C1_API_HOST"] = C1.Host,
            ["BATON_TMPDIR"] = _folder.Path,
        };
        environment.TryAdd("BATON_HOST_ID", Path.GetFileName(_folder.Path));
        environment.TryAdd("BATON_LOG_LEVEL", "debug");
        return new()
        {
            Error = _logWriter,
            Environment = environment.GetValueOrDefault,
            WorkingDirectory = _folder.Path,
            TimeProvider = run.TimeProvider,
            Terminate = _terminate.Token,
            Http = run.Http,
        };
    }

    async Task<T> UnlessEndedAsync<T>(Task<T> awaited, string when, CancellationToken cancellationToken)
    {
        await Task.WhenAny(awaited, Ended).WaitAsync(cancellationToken).ConfigureAwait(false);
        return awaited.IsCompleted
            ? await awaited.ConfigureAwait(false)
            : throw new ConnectorAssertionException(
                $"The connector ended with {await Ended.ConfigureAwait(false)} {when}. Its log:{Environment.NewLine}{Log}");
    }
}
