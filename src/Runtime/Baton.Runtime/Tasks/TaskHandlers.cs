using Kind = Baton.Protocol.Service.V1.Task.TaskTypeOneofCase;
using ServiceTask = Baton.Protocol.Service.V1.Task;

namespace Baton.Tasks;

/// <summary>The handlers by kind of task.</summary>
/// <param name="handlers">One handler a kind.</param>
sealed class TaskHandlers(IReadOnlyDictionary<Kind, ITaskHandler> handlers)
{
    /// <summary>The handler of a task.</summary>
    /// <exception cref="TaskException"><see cref="ErrorCode.Unimplemented"/>: there is none for the kind.</exception>
    internal ITaskHandler For(ServiceTask task) =>
        handlers.GetValueOrDefault(task.TaskTypeCase) ?? throw TaskException.Unsupported(TaskKinds.Name(task.TaskTypeCase));
}
