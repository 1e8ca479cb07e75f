using Baton.CompilerServices;
using Baton.Protocol;
using Baton.Protocol.Connector.V2;
using Google.Protobuf.WellKnownTypes;
using Task = System.Threading.Tasks.Task;

namespace Baton.Testing;

/// <summary>Actions: each invocation that the author names is described, ends, succeeds, and answers what its schema says.</summary>
sealed class ActionConformance<TConnector>(ConformanceRuns<TConnector> runs)
    where TConnector : IConnector
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public bool Applies => runs.Options is { MayChangeSource: true, Actions.Count: > 0 };

    public Task InvokeAsync(CancellationToken cancellationToken) => runs.InServiceAsync(
        "actions",
        async (service, ct) =>
        {
            foreach (var call in runs.Options.Actions)
                await TryAsync(service, call, ct).ConfigureAwait(false);
        },
        cancellationToken);

    static async Task TryAsync(ConnectorService service, ActionCall call, CancellationToken cancellationToken)
    {
        var schemas = await service.AnswerAsync<ListActionSchemasResponse>(
            new() { ActionListSchemas = new() { ResourceTypeId = call.ResourceType } }, cancellationToken).ConfigureAwait(false);
        var schema = schemas.Schemas.FirstOrDefault(schema => schema.Name == call.Name) ?? throw new ConnectorAssertionException(
            $"There is no action \"{call.Name}\" of {(call.ResourceType.Length > 0 ? call.ResourceType : "the connector")}: " +
            $"there are {string.Join(", ", schemas.Schemas.Select(static s => s.Name))}.");
        var response = await EndAsync(service, call, cancellationToken).ConfigureAwait(false);
        var missing = schema.ReturnTypes.Where(result => result.IsRequired && !response.Fields.ContainsKey(result.Name))
            .Select(static result => result.Name).ToList();
        if (missing.Count > 0)
            throw new ConnectorAssertionException($"Action \"{call.Name}\" answered without {string.Join(", ", missing)}, which its schema promises.");
    }

    static async Task<Struct> EndAsync(ConnectorService service, ActionCall call, CancellationToken cancellationToken)
    {
        var started = await service.AnswerAsync<InvokeActionResponse>(
            new() { ActionInvoke = new() { Name = call.Name, ResourceTypeId = call.ResourceType, Args = ProtoJson.Parse<Struct>(call.Arguments) } },
            cancellationToken).ConfigureAwait(false);
        var status = new GetActionStatusResponse { Status = started.Status, Response = started.Response };
        while (status.Status is BatonActionStatus.Pending or BatonActionStatus.Running)
        {
            await Task.Delay(Pause, TimeProvider.System, cancellationToken).ConfigureAwait(false);
            status = await service.AnswerAsync<GetActionStatusResponse>(
                new() { ActionStatus = new() { Id = started.Id, Name = started.Name } }, cancellationToken).ConfigureAwait(false);
        }
        return status.Status == BatonActionStatus.Complete
            ? status.Response
            : throw new ConnectorAssertionException($"Action \"{call.Name}\" failed: {status.Response}");
    }
}
