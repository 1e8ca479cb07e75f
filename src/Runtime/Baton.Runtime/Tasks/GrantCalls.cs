using Baton.Errors;

namespace Baton.Tasks;

/// <summary>Calls that grant and revoke: made again after failures that may pass, since they do nothing twice.</summary>
static class GrantCalls
{
    const int Attempts = 3;
    static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(15);
    static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);

    internal static Task<T> RunAsync<T>(string what, TimeProvider time, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken) =>
        new Retrier(time, FirstPause, LongestPause, Attempts).RunAsync(what, call, cancellationToken);
}
