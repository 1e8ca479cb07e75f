using Baton.Logging;
using Baton.Service;
using Baton.Transport;
using Microsoft.Extensions.Logging;

namespace Baton.Upload;

/// <summary>Uploads files to C1, from the start again when the line breaks.</summary>
sealed class AssetUpload(IBatonService service, string hostId, TimeProvider time, ILogger logger)
{
    const int LeastAttempts = 3;
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(20);

    /// <summary>Uploads a file as the result of a task.</summary>
    /// <exception cref="ConnectorException">C1 does not take it, or could not be reached for long.</exception>
    public async Task SendAsync(string file, string taskId, CancellationToken cancellationToken)
    {
        long? firstFailure = null;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await service.UploadAssetAsync(AssetParts.Of(file, hostId, taskId, CancellationToken.None), cancellationToken).ConfigureAwait(false);
                logger.Write(LogLevel.Information, "uploaded", ("task_id", taskId), ("bytes", new FileInfo(file).Length), ("attempt", attempt));
                return;
            }
            catch (ConnectorException e)
            {
                firstFailure ??= time.GetTimestamp();
                var patient = Passing.Is(e.Code) && time.GetElapsedTime(firstFailure.Value) < Patience;
                if (attempt >= LeastAttempts && !patient)
                    throw new ConnectorException(e.Code, $"uploading the file failed after {attempt} attempts: {e.Message}", e);
                var pause = attempt == 1 ? TimeSpan.Zero : Intervals.Backoff(attempt - 1, LongestPause);
                logger.Write(
                    LogLevel.Warning, "uploading failed; trying again", ("task_id", taskId), ("attempt", attempt), ("error", e.Message), ("pause", pause));
                await Task.Delay(pause, time, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
