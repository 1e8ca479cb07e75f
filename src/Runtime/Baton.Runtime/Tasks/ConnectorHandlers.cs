using Kind = Baton.Protocol.Service.V1.Task.TaskTypeOneofCase;

namespace Baton.Tasks;

/// <summary>The handlers of all kinds of task that the author's methods do.</summary>
static class ConnectorHandlers
{
    internal static Dictionary<Kind, ITaskHandler> Of(TaskContext context) => new()
    {
        [Kind.Grant] = new GrantHandler(context),
        [Kind.Revoke] = new RevokeHandler(context),
        [Kind.CreateAccount] = new CreateAccountHandler(context),
        [Kind.CreateResource] = new CreateResourceHandler(context),
        [Kind.DeleteResource] = new DeleteResourceHandler(context),
        [Kind.RotateCredentials] = new RotateCredentialsHandler(context),
        [Kind.IssueCredential] = new IssueCredentialHandler(context),
    };
}
