using Baton.Protocol;
using Baton.Protocol.Connector.V2;
using ServiceTask = Baton.Protocol.Service.V1.Task;

namespace Baton.Tasks;

/// <summary>Deletes a resource.</summary>
sealed class DeleteResourceHandler(TaskContext context) : ITaskHandler
{
    public async System.Threading.Tasks.Task<TaskResult> HandleAsync(ServiceTask task, CancellationToken cancellationToken)
    {
        var id = task.DeleteResource.ResourceId;
        if (!id.IsComplete())
            throw TaskException.Malformed("delete resource", "the id of the resource or its type is missing");
        context.CheckProvisioning();
        var key = id.ToKey(task.DeleteResource.ParentResourceId);
        var outcome = await Calls.RunAsync(
            "delete resource failed", () => context.Syncer(key.Type).DeleteResourceAsync(key, cancellationToken), cancellationToken).ConfigureAwait(false);
        var response = new DeleteResourceResponse();
        if (outcome == DeleteOutcome.AlreadyDeleted)
            response.Annotations.Add(new ResourceDoesNotExist().ToAny());
        return new(response, response.Annotations);
    }
}
