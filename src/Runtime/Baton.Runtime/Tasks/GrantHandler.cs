using Baton.Protocol;
using Baton.Protocol.Connector.V2;
using Google.Protobuf.WellKnownTypes;
using ServiceTask = Baton.Protocol.Service.V1.Task;

namespace Baton.Tasks;

/// <summary>Gives an entitlement to a principal.</summary>
sealed class GrantHandler(TaskContext context) : ITaskHandler
{
    public async System.Threading.Tasks.Task<TaskResult> HandleAsync(ServiceTask task, CancellationToken cancellationToken)
    {
        var entitlement = task.Grant.Entitlement;
        var principal = task.Grant.Principal;
        if (!(entitlement?.Resource?.Id).IsComplete())
            throw TaskException.Malformed("grant", "the entitlement or its resource is missing");
        if (!(principal?.Id).IsComplete())
            throw TaskException.Malformed("grant", "the principal is missing");
        context.CheckProvisioning();
        var target = GrantTarget.Of(entitlement!, entitlement!.Resource, principal!);
        var syncer = context.Syncer(target.Resource.Type);
        var outcome = await GrantCalls.RunAsync(
            "grant failed", context.Time, ct => syncer.GrantAsync(target.Slug, target.Resource, target.Principal, ct), cancellationToken).ConfigureAwait(false);
        var response = new GrantManagerServiceGrantResponse
        {
            Annotations = { AnnotationsOf(outcome) },
            Grants = { new Grant { Id = $"{entitlement.Id}:{target.Principal}", Entitlement = entitlement, Principal = principal } },
        };
        return new(response, response.Annotations);
    }

    static IEnumerable<Any> AnnotationsOf(GrantOutcome outcome)
    {
        if (outcome.Kind == GrantOutcomeKind.AlreadyGranted)
            yield return new GrantAlreadyExists().ToAny();
        if (outcome is { Kind: GrantOutcomeKind.Replaced, ReplacedGrantId: { Length: > 0 } replaced })
            yield return new GrantReplaced { ReplacedGrantId = replaced }.ToAny();
    }
}
