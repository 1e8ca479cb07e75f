using Google.Protobuf.WellKnownTypes;

namespace Baton.Transport;

/// <summary>A call that failed: the server's status, or what became of the connection.</summary>
/// <param name="code">The status.</param>
/// <param name="message">Its text.</param>
/// <param name="innerException">What happened to the connection.</param>
sealed class RpcException(ErrorCode code, string message, Exception? innerException = null) : ConnectorException(code, message, innerException)
{
    /// <summary>What the server says beyond the text.</summary>
    public IReadOnlyList<Any> Details { get; init; } = [];
}
