using Baton.Protocol.Connector.V2;
using Google.Protobuf.WellKnownTypes;

namespace Baton.Tasks;

/// <summary>One invocation of an action. Its end, once there, never changes.</summary>
sealed class ActionRun(string id, string name)
{
    readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    volatile Outcome? _outcome;

    internal string Id { get; } = id;

    internal string Name { get; } = name;

    internal Task Ended => _ended.Task;

    internal BatonActionStatus Status => _outcome switch
    {
        null => BatonActionStatus.Running,
        { Failure: null } => BatonActionStatus.Complete,
        _ => BatonActionStatus.Failed,
    };

    /// <summary>Why it failed; null when it did not.</summary>
    internal ConnectorException? Failure => _outcome?.Failure;

    /// <summary>What it answers: <c>success</c>, and what the author's method returned, or <c>error</c>. Null while it runs.</summary>
    internal Struct? Response => _outcome?.Response;

    internal void Complete(ValueMap answer)
    {
        var response = answer.ToStruct();
        response.Fields.TryAdd("success", Value.ForBool(true));
        End(new(response, null));
    }

    internal void Fail(ConnectorException failure) => End(new(
        new() { Fields = { ["success"] = Value.ForBool(false), ["error"] = Value.ForString(failure.Message) } }, failure));

    void End(Outcome outcome)
    {
        _outcome = outcome;
        _ended.SetResult();
    }

    sealed record Outcome(Struct Response, ConnectorException? Failure);
}
