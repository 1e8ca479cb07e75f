namespace Baton.Http;

/// <summary>Where HTTP clients tell that they wait, and syncs hear of it.</summary>
sealed class HttpWaits
{
    readonly Lock _gate = new();
    Action<TimeSpan, int, ConnectorException>? _listeners;

    /// <summary>Tells all who listen.</summary>
    /// <param name="pause">How long the client waits.</param>
    /// <param name="failures">How often the request has failed.</param>
    /// <param name="failure">Why it waits.</param>
    internal void Tell(TimeSpan pause, int failures, ConnectorException failure) => _listeners?.Invoke(pause, failures, failure);

    /// <summary>Listens until the result is disposed.</summary>
    internal Subscription Hear(Action<TimeSpan, int, ConnectorException> listener)
    {
        lock (_gate)
            _listeners += listener;
        return new(this, listener);
    }

    /// <summary>Ends the listening.</summary>
    internal sealed class Subscription(HttpWaits waits, Action<TimeSpan, int, ConnectorException> listener) : IDisposable
    {
        public void Dispose()
        {
            lock (waits._gate)
                waits._listeners -= listener;
        }
    }
}
