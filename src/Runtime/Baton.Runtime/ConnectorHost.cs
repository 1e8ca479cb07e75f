using Baton.Cli;
using Baton.CompilerServices;

namespace Baton;

/// <summary>Runs a connector as a program. The generated <c>Main</c> calls it.</summary>
public static class ConnectorHost
{
    /// <summary>Runs the connector with the arguments, environment, console and signals of the process.</summary>
    /// <typeparam name="TConnector">The class marked with <see cref="ConnectorAttribute"/>.</typeparam>
    /// <param name="args">Arguments of the program.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync<TConnector>(string[] args) where TConnector : IConnector
    {
        using var signals = new ProcessSignals();
        return await RunAsync(TConnector.Manifest, args, ConnectorHostOptions.OfProcess(signals.Interrupt, signals.Terminate)).ConfigureAwait(false);
    }

    /// <summary>Runs the connector in the surroundings given, without touching the process.</summary>
    /// <param name="manifest">What generated code states about the connector.</param>
    /// <param name="args">Arguments of the program.</param>
    /// <param name="options">The surroundings.</param>
    /// <returns>The exit code.</returns>
    public static Task<int> RunAsync(ConnectorManifest manifest, IReadOnlyList<string> args, ConnectorHostOptions options)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(options);
        return new ConnectorProgram(manifest, options).RunAsync(args);
    }
}
