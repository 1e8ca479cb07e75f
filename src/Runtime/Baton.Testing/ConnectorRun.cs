using System.Globalization;
using Baton.C1Z;
using Baton.CompilerServices;

namespace Baton.Testing;

/// <summary>Runs a connector inside the test's process, with arguments as on the command line, and reads back what it wrote.</summary>
/// <remarks>
/// A run sees the arguments and <see cref="ConnectorRunOptions"/>, and nothing of the machine: no environment variable, no
/// <c>.baton.yaml</c>, no console. Runs may overlap.
/// </remarks>
public static class ConnectorRun
{
    /// <summary>Syncs into a temporary file and reads it.</summary>
    /// <typeparam name="TConnector">The class marked with <see cref="ConnectorAttribute"/>.</typeparam>
    /// <param name="args">Arguments of the program, without <c>--file</c>.</param>
    public static Task<SyncResult> SyncAsync<TConnector>(params string[] args)
        where TConnector : IConnector => SyncAsync<TConnector>(args, new ConnectorRunOptions());

    /// <summary>Syncs and reads the file.</summary>
    /// <typeparam name="TConnector">The class marked with <see cref="ConnectorAttribute"/>.</typeparam>
    /// <param name="args">Arguments of the program, without <c>--file</c>.</param>
    /// <param name="options">Environment, clock and file.</param>
    /// <param name="cancellationToken">Interrupts the run, as Ctrl-C does.</param>
    public static async Task<SyncResult> SyncAsync<TConnector>(
        IReadOnlyList<string> args, ConnectorRunOptions options, CancellationToken cancellationToken = default)
        where TConnector : IConnector
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(options);
        using var folder = new TemporaryFolder();
        var file = options.File ?? Path.Combine(folder.Path, "sync.c1z");
        var run = await RunAsync(TConnector.Manifest, [.. args, "--file", file], options, folder.Path, cancellationToken).ConfigureAwait(false);
        // Of an interrupted run, too.
        return await ReadAsync(run, file, CancellationToken.None).ConfigureAwait(false);
    }

    /// <summary>Runs the program for what it prints: <c>capabilities</c>, <c>config</c>, <c>--help</c>, a grant or a revoke.</summary>
    /// <typeparam name="TConnector">The class marked with <see cref="ConnectorAttribute"/>.</typeparam>
    /// <param name="args">Arguments of the program.</param>
    public static Task<RunResult> InvokeAsync<TConnector>(params string[] args)
        where TConnector : IConnector => InvokeAsync<TConnector>(args, new ConnectorRunOptions());

    /// <summary>Runs the program for what it prints.</summary>
    /// <typeparam name="TConnector">The class marked with <see cref="ConnectorAttribute"/>.</typeparam>
    /// <param name="args">Arguments of the program.</param>
    /// <param name="options">Environment, clock and file.</param>
    /// <param name="cancellationToken">Interrupts the run, as Ctrl-C does.</param>
    public static async Task<RunResult> InvokeAsync<TConnector>(
        IReadOnlyList<string> args, ConnectorRunOptions options, CancellationToken cancellationToken = default)
        where TConnector : IConnector
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(options);
        using var folder = new TemporaryFolder();
        string[] all = options.File is { } file ? [.. args, "--file", file] : [.. args];
        return await RunAsync(TConnector.Manifest, all, options, folder.Path, cancellationToken).ConfigureAwait(false);
    }

    static async Task<RunResult> RunAsync(
        ConnectorManifest manifest, string[] args, ConnectorRunOptions options, string workingDirectory, CancellationToken cancellationToken)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        var surroundings = new ConnectorHostOptions
        {
            // Several threads log.
            Output = TextWriter.Synchronized(output),
            Error = TextWriter.Synchronized(error),
            Environment = name => options.Environment.GetValueOrDefault(name),
            WorkingDirectory = workingDirectory,
            TimeProvider = options.TimeProvider,
            Interrupt = cancellationToken,
            Http = options.Http,
        };
        var exitCode = await ConnectorHost.RunAsync(manifest, args, surroundings).ConfigureAwait(false);
        return new RunResult(exitCode, output.ToString(), error.ToString());
    }

    static async Task<SyncResult> ReadAsync(RunResult run, string file, CancellationToken cancellationToken)
    {
        if (!File.Exists(file) || new FileInfo(file).Length == 0)
            return new SyncResult(run);
        var reader = await C1ZReader.OpenAsync(file, new C1ZOptions(), cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            return new SyncResult(run)
            {
                ResourceTypes = await ToListAsync(reader.ResourceTypesAsync(cancellationToken)).ConfigureAwait(false),
                Resources = await ToListAsync(reader.ResourcesAsync(cancellationToken: cancellationToken)).ConfigureAwait(false),
                Entitlements = await ToListAsync(reader.EntitlementsAsync(cancellationToken: cancellationToken)).ConfigureAwait(false),
                Grants = await ToListAsync(reader.GrantsAsync(new GrantFilter { WithExpansion = true }, cancellationToken)).ConfigureAwait(false),
            };
        }
    }

    static async Task<List<T>> ToListAsync<T>(IAsyncEnumerable<T> rows)
    {
        var list = new List<T>();
        await foreach (var row in rows.ConfigureAwait(false))
            list.Add(row);
        return list;
    }
}
