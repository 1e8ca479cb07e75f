namespace Baton.Testing;

/// <summary>How a run of a connector ended.</summary>
/// <param name="ExitCode">The exit code; 0 is success.</param>
/// <param name="Output">What it printed on standard output.</param>
/// <param name="Log">What it printed on standard error: the log, errors, the summary.</param>
public record RunResult(int ExitCode, string Output, string Log)
{
    /// <summary>Fails the test, with the log, unless the exit code is 0.</summary>
    /// <exception cref="ConnectorAssertionException">It is another.</exception>
    public void ShouldSucceed()
    {
        if (ExitCode != 0)
            throw new ConnectorAssertionException($"The connector exited with {ExitCode}. Its log:{Environment.NewLine}{Log}");
    }
}
