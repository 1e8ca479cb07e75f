using Baton.Protocol.Service.V1;
using FinalState = Baton.Protocol.Service.V1.BatonServiceFinishTaskRequest.FinalStateOneofCase;

namespace Baton.Service;

/// <summary>
/// The last successes. C1 hands a task out again when a report got lost: what made something then is reported again, not made again.
/// </summary>
sealed class FinishedTasks
{
    const int Most = 64;
    const int MostBytes = 64 << 10;

    readonly Dictionary<string, BatonServiceFinishTaskRequest> _requests = new(StringComparer.Ordinal);
    readonly Queue<string> _order = new();
    readonly Lock _lock = new();

    public void Add(BatonServiceFinishTaskRequest request)
    {
        if (request.FinalStateCase != FinalState.Success || request.Success.Response is null || request.CalculateSize() > MostBytes)
            return;
        lock (_lock)
        {
            if (!_requests.TryAdd(request.TaskId, request))
                return;
            _order.Enqueue(request.TaskId);
            if (_order.Count > Most)
                _requests.Remove(_order.Dequeue());
        }
    }

    public BatonServiceFinishTaskRequest? Find(string taskId)
    {
        lock (_lock)
            return _requests.GetValueOrDefault(taskId);
    }
}
