namespace Baton.Service.Tests.EndToEnd;

/// <summary>Waits for what another thread does, and nothing announces.</summary>
static class Wait
{
    public static async Task ForAsync(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(Tasks.Patience);
        while (!condition())
            await Task.Delay(TimeSpan.FromMilliseconds(20), limit.Token);
    }
}
