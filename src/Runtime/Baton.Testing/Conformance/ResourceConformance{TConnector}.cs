using Baton.CompilerServices;
using Baton.Protocol.Connector.V2;
using Task = System.Threading.Tasks.Task;

namespace Baton.Testing;

/// <summary>Resources: one of each type that can be created is, and is deleted again where the type allows that.</summary>
sealed class ResourceConformance<TConnector>(ConformanceRuns<TConnector> runs)
    where TConnector : IConnector
{
    static readonly DeclaredCapabilities Declared = DeclaredCapabilities.Of<TConnector>();

    public bool Applies => runs.Options is { MayChangeSource: true, NewResource: not null } && Declared.Types(Capability.ResourceCreate).Count > 0;

    public Task CreateAndDeleteAsync(CancellationToken cancellationToken) => runs.InServiceAsync(
        "resources",
        async (service, ct) =>
        {
            foreach (var type in Declared.Types(Capability.ResourceCreate))
                await TryAsync(service, type, ct).ConfigureAwait(false);
        },
        cancellationToken);

    async Task TryAsync(ConnectorService service, string type, CancellationToken cancellationToken)
    {
        var draft = runs.Options.NewResource!(type).Clone();
        draft.Id ??= new() { ResourceType = type, Resource = "new" };
        var answer = await service.AnswerAsync<CreateResourceResponse>(
            new() { CreateResource = new() { Resource = draft } }, cancellationToken).ConfigureAwait(false);
        var created = answer.Created;
        if (created?.Id.ResourceType != type)
            throw new ConnectorAssertionException($"A {type} was asked for, and what was created is a {created?.Id.ResourceType ?? "nothing"}.");
        var found = await runs.FindAsync(created.Id, $"{type}:{created.Id.Resource} was created", cancellationToken).ConfigureAwait(false);
        if (found.DisplayName != created.DisplayName)
            throw new ConnectorAssertionException(
                $"{type}:{created.Id.Resource} was created as \"{created.DisplayName}\", and a sync finds it as \"{found.DisplayName}\".");
        if (Declared.Types(Capability.ResourceDelete).Contains(type))
        {
            await DeletionConformance.DeleteTwiceAsync(
                service, created.Id, created.ParentResourceId, () => runs.SyncAsync(cancellationToken), cancellationToken).ConfigureAwait(false);
        }
    }
}
