using Baton.Auth;
using Baton.CompilerServices;
using Baton.Config;
using Baton.Credentials;
using Baton.Health;
using Baton.Logging;
using Baton.Service;
using Baton.Tasks;
using Baton.Transport;
using Baton.Upload;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Kind = Baton.Protocol.Service.V1.Task.TaskTypeOneofCase;

namespace Baton.Cli;

/// <summary>Service mode: introduces the connector to C1, then does tasks until a signal comes.</summary>
sealed class ServiceRun(
    ConnectorManifest manifest, ConnectorHostOptions options, IReadOnlyList<Flag> fields, Settings settings, LogSettings logSettings,
    SecretRedactor redactor, TimeToStop timeToStop)
{
    readonly TimeProvider _time = options.TimeProvider;
    readonly ConnectorServices _services = new(manifest, options, fields, settings, logSettings, redactor);

    public async Task RunAsync(ILoggerProvider loggers, CancellationToken signal)
    {
        var service = ReadOptions();
        timeToStop.Limit = service.ShutdownGrace + ServiceOptions.ReportLimit + TimeSpan.FromSeconds(5);
        var container = _services.Create([loggers]);
        await using var _ = container.ConfigureAwait(false);
        var logger = container.GetRequiredService<ILoggerFactory>().CreateLogger("Baton.Service");
        if (settings.Switch("keep-previous-sync-c1z"))
            logger.Write(LogLevel.Warning, "--keep-previous-sync-c1z has no effect: this connector does not use the previous sync");

        using var http = new HttpMessageInvoker(RpcHandler.Create());
        using var tokens = new TokenSource(service.Id, service.Secret, service.Endpoint, http, redactor, _time, logger);
        using var c1 = new BatonService(CreateChannel(service, http), tokens, _time);
        var hello = new HelloCall(c1, ConnectorDescription.Of(manifest, container, settings.Switch("ticketing")), manifest, service.HostId, _time, logger);
        await IntroduceAsync(hello, logger, signal).ConfigureAwait(false);
        if (signal.IsCancellationRequested)
            return;
        using var health = settings.Switch("health-check") ? StartHealth(container, logger) : null;
        using var loop = CreateLoop(service, c1, hello, container, loggers, logger);
        await loop.RunAsync(signal).ConfigureAwait(false);
    }

    IRpcChannel CreateChannel(ServiceOptions service, HttpMessageInvoker http) =>
#if USE_GRPC_NET_CLIENT
        new GrpcNetChannel(service.Endpoint.Address, UserAgent(service.Id), RpcHandler.Create(), _time);
#else
        new RpcChannel(service.Endpoint.Address, UserAgent(service.Id), http, _time);
#endif

    ServiceOptions ReadOptions()
    {
        var id = ClientId.Parse(settings.Text("client-id"));
        var text = settings.Text("client-secret");
        redactor.Add(text.Split(':').Where(static part => part.Length > 20));
        return new()
        {
            Id = id,
            Secret = ClientSecret.Parse(text),
            Endpoint = C1Endpoint.Of(id, options.Environment(C1Endpoint.HostVariable)),
            HostId = HostId.Of(options.Environment),
            Slots = settings.Number("task-concurrency"),
            InBatches = GoScalar.IsTrue(options.Environment("BATON_GET_TASKS")),
            ShutdownGrace = GoDuration.Parse("shutdown-grace", settings.Text("shutdown-grace")),
        };
    }

    static async Task IntroduceAsync(HelloCall hello, ILogger logger, CancellationToken signal)
    {
        try
        {
            await hello.IntroduceAsync(signal).ConfigureAwait(false);
            logger.Write(LogLevel.Information, "connected to C1");
        }
        catch (OperationCanceledException) when (signal.IsCancellationRequested)
        {
            // There is nothing to drain.
        }
    }

    TaskLoop CreateLoop(
        ServiceOptions service, IBatonService c1, HelloCall hello, ServiceProvider container, ILoggerProvider loggers, ILogger logger)
    {
        var requests = new FinishRequests(service.HostId, redactor);
        var finisher = new TaskFinisher(c1, requests, _time, logger);
        var context = new TaskContext(manifest, container, new CredentialEncryptor(), new PasswordSource(service.Secret), _time)
        {
            AllowsProvisioning = settings.Switch("provisioning"),
            AllowsTicketing = settings.Switch("ticketing"),
            Conceal = redactor.AddPassing,
        };
        var handlers = ConnectorHandlers.Of(context);
        handlers[Kind.SyncFull] = CreateFullSync(service, c1, loggers, logger);
        ITaskQueue queue = service.InBatches
            ? new BatchTaskQueue(c1, service.HostId, service.Slots, _time)
            : new SingleTaskQueue(c1, service.HostId);
        var runner = new TaskRunner(c1, new TaskHandlers(handlers), hello, requests, finisher, service.HostId, _time, logger);
        return new TaskLoop(queue, runner, context.Actions, requests, finisher, service, _time, logger);
    }

    FullSyncHandler CreateFullSync(ServiceOptions service, IBatonService c1, ILoggerProvider loggers, ILogger logger)
    {
        var files = SyncSettings.Files(settings, options);
        var directory = files.TempDirectory ?? Path.GetTempPath();
        UploadFolder.Sweep(directory, _time, logger);
        return new FullSyncHandler(
            manifest,
            debug => debug is null ? _services.Create([loggers]) : _services.Create([loggers, debug.Provider], LogLevel.Debug),
            SyncSettings.Read(settings, options, files, UploadFolder.NewFile(directory)),
            new AssetUpload(c1, service.HostId, _time, logger),
            file => new DebugLog(file, redactor, options));
    }

    HealthServer StartHealth(ServiceProvider container, ILogger logger)
    {
        var checks = new HealthChecks(ct => manifest.ValidateAsync(container, ct), redactor, _time);
        return HealthServer.Start(settings.Text("health-check-bind-address"), settings.Number("health-check-port"), checks, logger);
    }

    // C1 reads it; names of clients may hold anything, headers may not.
    static string UserAgent(ClientId id)
    {
        var name = string.Concat(id.Name.Where(static c => c is > ' ' and < '\x7f'));
        return $"{name} baton-sdk/v0.25.0 baton-dotnet".TrimStart();
    }
}
