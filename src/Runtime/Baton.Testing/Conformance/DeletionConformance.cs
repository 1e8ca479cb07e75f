using Baton.Protocol;
using Baton.Protocol.Connector.V2;

namespace Baton.Testing;

/// <summary>Deleting what a check made: it is gone, and deleting it again is no failure.</summary>
static class DeletionConformance
{
    public static async Task DeleteTwiceAsync(
        ConnectorService service, ResourceId id, ResourceId? parent, Func<Task<SyncResult>> sync, CancellationToken cancellationToken)
    {
        Baton.Protocol.Service.V1.Task Deletion() => new() { DeleteResource = new() { ResourceId = id, ParentResourceId = parent } };
        await service.AnswerAsync<DeleteResourceResponse>(Deletion(), cancellationToken).ConfigureAwait(false);
        if ((await sync().ConfigureAwait(false)).Resources.Any(resource => resource.Id.Equals(id)))
            throw new ConnectorAssertionException($"{id.ResourceType}:{id.Resource} was deleted, and a sync still finds it.");
        var again = await service.RunAsync(Deletion(), cancellationToken).ConfigureAwait(false);
        if (again.Error is not null)
        {
            throw new ConnectorAssertionException(
                $"Deleting {id.ResourceType}:{id.Resource} again failed: {again.Status.Message}. C1 delivers a task again when it is not " +
                $"sure that it was done: return {nameof(DeleteOutcome)}.{nameof(DeleteOutcome.AlreadyDeleted)}.");
        }
        if (!again.Success.Annotations.Has<ResourceDoesNotExist>())
        {
            throw new ConnectorAssertionException(
                $"{id.ResourceType}:{id.Resource} was deleted twice, and deleted both times, it says: " +
                $"return {nameof(DeleteOutcome)}.{nameof(DeleteOutcome.AlreadyDeleted)} the second time.");
        }
    }
}
