using Baton.Protocol;
using Baton.Protocol.Connector.V2;
using ServiceTask = Baton.Protocol.Service.V1.Task;

namespace Baton.Tasks;

/// <summary>Takes away what a grant gave.</summary>
sealed class RevokeHandler(TaskContext context) : ITaskHandler
{
    public async System.Threading.Tasks.Task<TaskResult> HandleAsync(ServiceTask task, CancellationToken cancellationToken)
    {
        var grant = task.Revoke.Grant;
        if (!(grant?.Entitlement?.Resource?.Id).IsComplete())
            throw TaskException.Malformed("revoke", "the grant, its entitlement or its resource is missing");
        if (!(grant!.Principal?.Id).IsComplete())
            throw TaskException.Malformed("revoke", "the principal of the grant is missing");
        context.CheckProvisioning();
        var target = GrantTarget.Of(grant.Entitlement, grant.Entitlement.Resource, grant.Principal!);
        var syncer = context.Syncer(target.Resource.Type);
        var outcome = await GrantCalls.RunAsync(
            "revoke failed", context.Time, ct => syncer.RevokeAsync(target.Slug, target.Resource, target.Principal, ct), cancellationToken).ConfigureAwait(false);
        var response = new GrantManagerServiceRevokeResponse();
        if (outcome == RevokeOutcome.AlreadyRevoked)
            response.Annotations.Add(new GrantAlreadyRevoked().ToAny());
        return new(response, response.Annotations);
    }
}
