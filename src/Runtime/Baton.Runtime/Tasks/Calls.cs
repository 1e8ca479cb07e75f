using Baton.Errors;

namespace Baton.Tasks;

/// <summary>Calls of the author's methods that must not be made twice.</summary>
static class Calls
{
    /// <summary>Makes a call; a failure says which call it was, and keeps its code.</summary>
    internal static async Task<T> RunAsync<T>(string what, Func<Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (Exception e) when (e is not TaskException && !(e is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            throw Failure.Of(what, e);
        }
    }
}
