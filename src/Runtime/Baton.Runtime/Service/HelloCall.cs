using Baton.CompilerServices;
using Baton.Logging;
using Baton.Protocol.Connector.V2;
using Baton.Protocol.Service.V1;
using Baton.Transport;
using Microsoft.Extensions.Logging;
using Task = System.Threading.Tasks.Task;

namespace Baton.Service;

/// <summary>Announces the connector to C1: what it can do, and where it runs.</summary>
sealed class HelloCall(
    IBatonService service, ConnectorMetadata description, ConnectorManifest manifest, string hostId, TimeProvider time, ILogger logger)
{
    static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);
    static readonly TimeSpan AnswerLimit = TimeSpan.FromMinutes(10);

    readonly BatonServiceHelloRequest _request = new()
    {
        HostId = hostId,
        BuildInfo = HostInfo.Build(manifest),
        OsInfo = HostInfo.System(),
        ConnectorMetadata = description,
    };

    /// <summary>At the start: as often as needed, until C1 answers.</summary>
    /// <exception cref="ConnectorException">C1 refuses this connector, and will tomorrow.</exception>
    public async Task IntroduceAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RepeatAsync("", "startup Hello failed; trying again", Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false);
        }
        catch (ConnectorException e)
        {
            throw new ConnectorException(e.Code, $"runner: startup Hello failed: {e.Message}", e);
        }
    }

    /// <summary>As a task, whose only report it is.</summary>
    /// <exception cref="ConnectorException">C1 refuses it, or could not be reached for long.</exception>
    public Task AnswerAsync(string taskId, CancellationToken cancellationToken) => RepeatAsync(taskId, "Hello failed; trying again", AnswerLimit, cancellationToken);

    async Task RepeatAsync(string taskId, string warning, TimeSpan limit, CancellationToken cancellationToken)
    {
        var request = _request.Clone();
        request.TaskId = taskId;
        var started = time.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await service.HelloAsync(request, cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (ConnectorException e) when (!IsFinal(e.Code) && (limit == Timeout.InfiniteTimeSpan || time.GetElapsedTime(started) < limit))
            {
                var pause = Intervals.Backoff(attempt, LongestPause);
                logger.Write(
                    LogLevel.Warning, warning,
                    ("error", e.Message), ("code", e.Code.ToString()), ("attempt", attempt), ("pause", pause));
                await Task.Delay(pause, time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    static bool IsFinal(ErrorCode code) => code is ErrorCode.Unauthenticated or ErrorCode.PermissionDenied or ErrorCode.InvalidArgument
        or ErrorCode.Unimplemented or ErrorCode.FailedPrecondition or ErrorCode.NotFound;
}
