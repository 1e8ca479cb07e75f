namespace Baton.Cli;

/// <summary>What is said about a failure, and the exit code.</summary>
static class ErrorText
{
    const int MaxCauses = 5;

    /// <summary>The code: that of the failure, or of the first cause that has one.</summary>
    public static ErrorCode CodeOf(Exception failure)
    {
        for (Exception? e = failure; e is not null; e = e.InnerException)
        {
            if (e is ConnectorException known)
                return known.Code;
        }
        return failure switch
        {
            OperationCanceledException => ErrorCode.Canceled,
            TimeoutException => ErrorCode.DeadlineExceeded,
            _ => ErrorCode.Unknown,
        };
    }

    /// <summary>The text of the failure and of its causes, as far as they say something else.</summary>
    public static string Of(Exception failure)
    {
        var text = failure.Message;
        var cause = failure.InnerException;
        for (var i = 0; i < MaxCauses && cause is not null; i++, cause = cause.InnerException)
        {
            if (!text.Contains(cause.Message, StringComparison.Ordinal))
                text = $"{text.TrimEnd('.')}: {cause.Message}";
        }
        return text;
    }

    /// <summary>The text of the failure of a sync or a task, in the form of the Go connectors.</summary>
    public static string OfTask(Exception failure)
    {
        var text = Of(failure);
        return CodeOf(failure) is var code && code != ErrorCode.Unknown
            ? $"runner: error processing task: rpc error: code = {code} desc = {text}"
            : $"runner: error processing task: {text}";
    }
}
