using Baton.CompilerServices;
using Baton.Windows;

namespace Baton.Runtime.Tests.Cli;

/// <summary>Runs a connector's program inside the test: own working directory, environment and console.</summary>
sealed class Lab : IDisposable
{
    readonly Dictionary<string, string?> _environment = new(StringComparer.Ordinal);

    public string Directory { get; } = System.IO.Directory.CreateTempSubdirectory("baton-cli-").FullName;

    public LabManifest Manifest { get; init; } = new();

    public string Out { get; private set; } = "";

    public string Error { get; private set; } = "";

    public bool OutputIsTerminal { get; init; }

    public bool ErrorIsTerminal { get; init; }

    public (int Columns, int Rows) TerminalSize { get; init; } = (80, 24);

    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    public CancellationToken Interrupt { get; init; }

    public CancellationToken Terminate { get; init; }

    public TimeSpan ShutdownLimit { get; init; } = TimeSpan.FromSeconds(10);

    public WindowsHost? Windows { get; init; }

    /// <summary>The settings that the connector got.</summary>
    public ConfigValues Values => Manifest.Values ?? throw new InvalidOperationException($"The connector was not asked for anything. {Error}");

    public Lab Set(string variable, string? value)
    {
        _environment[variable] = value;
        return this;
    }

    public Lab Write(string file, string text)
    {
        File.WriteAllText(PathOf(file), text);
        return this;
    }

    public string PathOf(string file) => Path.Combine(Directory, file);

    public async Task<int> RunAsync(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        try
        {
            return await ConnectorHost.RunAsync(Manifest, args, new ConnectorHostOptions
            {
                Output = TextWriter.Synchronized(output),
                Error = TextWriter.Synchronized(error),
                Environment = name => _environment.GetValueOrDefault(name),
                WorkingDirectory = Directory,
                OutputIsTerminal = OutputIsTerminal,
                ErrorIsTerminal = ErrorIsTerminal,
                TerminalSize = () => TerminalSize,
                TimeProvider = TimeProvider,
                Interrupt = Interrupt,
                Terminate = Terminate,
                ShutdownLimit = ShutdownLimit,
                Windows = Windows,
            });
        }
        finally
        {
            Out = output.ToString();
            Error = error.ToString();
        }
    }

    public void Dispose() => System.IO.Directory.Delete(Directory, recursive: true);
}
