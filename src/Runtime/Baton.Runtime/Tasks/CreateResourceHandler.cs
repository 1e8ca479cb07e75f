using Baton.Protocol.Connector.V2;
using ServiceTask = Baton.Protocol.Service.V1.Task;

namespace Baton.Tasks;

/// <summary>Creates a resource.</summary>
sealed class CreateResourceHandler(TaskContext context) : ITaskHandler
{
    public async System.Threading.Tasks.Task<TaskResult> HandleAsync(ServiceTask task, CancellationToken cancellationToken)
    {
        var wanted = task.CreateResource.Resource;
        if (wanted?.Id is not { ResourceType.Length: > 0 } id)
            throw TaskException.Malformed("create resource", "the resource or its type is missing");
        context.CheckProvisioning();
        var draft = new NewResource(wanted.DisplayName)
        {
            Id = id.Resource,
            Description = wanted.Description,
            Parent = wanted.ParentResourceId.IsComplete() ? wanted.ParentResourceId.ToKey() : null,
            Profile = wanted.Profile.ToValueMap(),
        };
        var created = await Calls.RunAsync(
            "create resource failed", () => context.Syncer(id.ResourceType).CreateResourceAsync(draft, cancellationToken), cancellationToken).ConfigureAwait(false);
        return new(new CreateResourceResponse { Created = Resource.Parser.ParseFrom(created.Encode()) });
    }
}
