using Baton.CompilerServices;
using Baton.Protocol.Connector.V2;
using ServiceTask = Baton.Protocol.Service.V1.Task;

namespace Baton.Tasks;

/// <summary>Lists the actions of the connector, or of a resource type.</summary>
sealed class ListActionSchemasHandler(TaskContext context) : ITaskHandler
{
    public Task<TaskResult> HandleAsync(ServiceTask task, CancellationToken cancellationToken)
    {
        var type = task.ActionListSchemas.ResourceTypeId;
        var actions = type.Length == 0 ? context.Manifest.Actions : context.Syncer(type).Actions;
        return Task.FromResult(new TaskResult(new ListActionSchemasResponse { Schemas = { actions.Select(action => ActionSchemas.Of(action, type)) } }));
    }
}

/// <summary>Describes one action: of the connector, else of the first resource type that has it.</summary>
sealed class GetActionSchemaHandler(TaskContext context) : ITaskHandler
{
    public Task<TaskResult> HandleAsync(ServiceTask task, CancellationToken cancellationToken)
    {
        var name = task.ActionGetSchema.Name;
        if (name.Length == 0)
            throw TaskException.Malformed("get action schema", "action name required");
        var found = context.Manifest.Actions.Select(static action => (Action: action, Type: ""))
            .Concat(context.Syncers.SelectMany(static syncer => syncer.Actions.Select(action => (Action: action, Type: syncer.Definition.Id))))
            .FirstOrDefault(candidate => candidate.Action.Name == name);
        return found.Action is null
            ? throw ConnectorException.NotFound($"this connector has no action \"{name}\"")
            : Task.FromResult(new TaskResult(new GetActionSchemaResponse { Schema = ActionSchemas.Of(found.Action, found.Type) }));
    }
}

/// <summary>Runs an action. One that takes longer goes on, and is asked for by its id.</summary>
sealed class InvokeActionHandler(TaskContext context) : ITaskHandler
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public async Task<TaskResult> HandleAsync(ServiceTask task, CancellationToken cancellationToken)
    {
        var wanted = task.ActionInvoke;
        if (wanted.Name.Length == 0)
            throw TaskException.Malformed("invoke action", "action name required");
        var arguments = wanted.Args.ToValueMap();
        var syncer = wanted.ResourceTypeId.Length > 0 ? context.Syncer(wanted.ResourceTypeId) : null;
        var action = (syncer?.Actions ?? context.Manifest.Actions).FirstOrDefault(candidate => candidate.Name == wanted.Name)
            ?? throw ConnectorException.NotFound(
                $"{(syncer is null ? "this connector" : $"resource type \"{syncer.Definition.Id}\"")} has no action \"{wanted.Name}\"");
        context.Conceal(SecretValues.Of(action.Arguments, arguments));
        ActionRules.Check(action, arguments);
        var run = await context.Actions.StartAsync(wanted.Name, Patience, ct => RunAsync(syncer, action, arguments, ct), cancellationToken).ConfigureAwait(false);
        if (run.Failure is { } failure)
            throw failure;
        return new(new InvokeActionResponse { Id = run.Id, Name = run.Name, Status = run.Status, Response = run.Response });
    }

    async Task<ValueMap> RunAsync(ResourceSyncer? syncer, ActionDefinition action, ValueMap arguments, CancellationToken cancellationToken)
    {
        var run = syncer is null
            ? context.Manifest.InvokeActionAsync(context.Services, action.Name, arguments, cancellationToken)
            : syncer.InvokeActionAsync(action.Name, arguments, cancellationToken);
        var answer = await run.ConfigureAwait(false);
        context.Conceal(SecretValues.Of(action.Results, answer));
        return answer;
    }
}

/// <summary>Says how far an action is that was invoked before.</summary>
sealed class ActionStatusHandler(TaskContext context) : ITaskHandler
{
    public Task<TaskResult> HandleAsync(ServiceTask task, CancellationToken cancellationToken)
    {
        if (task.ActionStatus.Id.Length == 0)
            throw TaskException.Malformed("action status", "action id required");
        var run = context.Actions.Find(task.ActionStatus.Id);
        return Task.FromResult(new TaskResult(new GetActionStatusResponse { Id = run.Id, Name = run.Name, Status = run.Status, Response = run.Response }));
    }
}
