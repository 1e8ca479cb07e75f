using Baton.CompilerServices;
using Baton.Logging;
using Baton.Progress;
using Baton.Protocol.Connector.V2;
using Baton.Sync;
using Baton.Tasks;
using Baton.Upload;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServiceTask = Baton.Protocol.Service.V1.Task;
using SyncFullTask = Baton.Protocol.Service.V1.Task.Types.SyncFullTask;

namespace Baton.Service;

/// <summary>Syncs into a temporary file and uploads it. Each sync gets a connector of its own, which remembers nothing of the last.</summary>
sealed class FullSyncHandler(
    ConnectorManifest manifest, Func<DebugLog?, ServiceProvider> createServices, SyncOptions settings, AssetUpload upload,
    Func<string, DebugLog> openDebugLog) : ITaskHandler
{
    public async Task<TaskResult> HandleAsync(ServiceTask task, CancellationToken cancellationToken)
    {
        if (task.SyncFull.TargetedSyncResources.Any(static resource => !resource.Id.IsComplete()))
            throw TaskException.Malformed("full sync", "a targeted resource has no id, or its type is missing");
        var file = UploadFolder.NewFile(Path.GetDirectoryName(settings.File)!);
        using var debugLog = task.Debug ? openDebugLog($"{file}-debug.log") : null;
        try
        {
            var services = createServices(debugLog);
            await using (services.ConfigureAwait(false))
                await SyncAsync(task.SyncFull, services, file, cancellationToken).ConfigureAwait(false);
            await upload.SendAsync(file, task.Id, cancellationToken).ConfigureAwait(false);
            if (debugLog is not null)
                await upload.SendAsync(debugLog.Close(), task.Id, cancellationToken).ConfigureAwait(false);
            return new(null);
        }
        finally
        {
            File.Delete(file);
        }
    }

    async Task SyncAsync(SyncFullTask task, ServiceProvider services, string file, CancellationToken cancellationToken)
    {
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("Baton");
        if (task.StorageEngine == "pebble")
            logger.Write(LogLevel.Debug, "storage engine pebble is not supported: writing sqlite, which every reader accepts");
        // What the operator says, as far as the task does not decide it.
        var options = settings with
        {
            File = file,
            ResourceTypes = task.SyncResourceTypeIds.Count > 0 ? [.. task.SyncResourceTypeIds] : settings.ResourceTypes,
            Resources = [.. task.TargetedSyncResources.Select(KeyOf)],
            SkipEntitlementsAndGrants = task.SkipEntitlementsAndGrants,
            SkipGrants = task.SkipGrants,
            SkipGrantExpansion = task.SkipExpandGrants,
        };
        var summary = await new SyncEngine(manifest, services, options, new LogProgress(logger, settings.TimeProvider), logger).RunAsync(cancellationToken).ConfigureAwait(false);
        SummaryLog.Write(logger, summary);
    }

    static ResourceKey KeyOf(Resource resource) => new(resource.Id.ResourceType, resource.Id.Resource)
    {
        Parent = resource.ParentResourceId is { } parent ? new(parent.ResourceType, parent.Resource) : null,
    };
}
