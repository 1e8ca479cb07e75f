namespace Baton.Tasks;

/// <summary>A failure of the task itself, not of the connector's method: no other attempt can end differently.</summary>
sealed class TaskException(ErrorCode code, string message) : ConnectorException(code, message)
{
    /// <summary>The task lacks a part that its kind needs.</summary>
    internal static TaskException Malformed(string kind, string missing) =>
        new(ErrorCode.InvalidArgument, $"malformed {kind} task: {missing}");

    /// <summary>The connector has no method for the task.</summary>
    internal static TaskException Unsupported(string what) => new(ErrorCode.Unimplemented, $"this connector does not support {what}");
}
