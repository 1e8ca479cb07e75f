using System.Text;
using Baton.Windows;

namespace Baton;

/// <summary>What a connector program takes from the process that it runs in. Tests give their own.</summary>
public sealed record ConnectorHostOptions
{
    /// <summary>Receives documents and help. The log never goes here, unless <c>--log-path</c> says so.</summary>
    public TextWriter Output { get; init; } = TextWriter.Null;

    /// <summary>Receives the log, errors, progress and the summary.</summary>
    public TextWriter Error { get; init; } = TextWriter.Null;

    /// <summary>Looks up an environment variable.</summary>
    public Func<string, string?> Environment { get; init; } = static _ => null;

    /// <summary>Where relative paths start, and <c>.baton.yaml</c> is looked for.</summary>
    public string WorkingDirectory { get; init; } = Directory.GetCurrentDirectory();

    /// <summary>The clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Whether <see cref="Output"/> is a terminal.</summary>
    public bool OutputIsTerminal { get; init; }

    /// <summary>Whether <see cref="Error"/> is a terminal.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Width and height of the terminal.</summary>
    public Func<(int Columns, int Rows)> TerminalSize { get; init; } = static () => (80, 24);

    /// <summary>What the connector's HTTP clients send through, in place of the network; never disposed here. Null for the network.</summary>
    public HttpMessageHandler? Http { get; init; }

    /// <summary>Somebody pressed Ctrl-C: stop, and exit with 0.</summary>
    public CancellationToken Interrupt { get; init; }

    /// <summary>The system wants the program to end: stop, and exit with 143.</summary>
    public CancellationToken Terminate { get; init; }

    /// <summary>How long the program may take to stop.</summary>
    public TimeSpan ShutdownLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The service manager and what else only Windows has; null elsewhere.</summary>
    internal WindowsHost? Windows { get; init; }

    /// <summary>The process itself.</summary>
    /// <param name="interrupt">Cancelled by SIGINT.</param>
    /// <param name="terminate">Cancelled by SIGTERM.</param>
    public static ConnectorHostOptions OfProcess(CancellationToken interrupt, CancellationToken terminate) => new()
    {
        Output = Open(Console.OpenStandardOutput()),
        Error = Open(Console.OpenStandardError()),
        Environment = System.Environment.GetEnvironmentVariable,
        OutputIsTerminal = !Console.IsOutputRedirected,
        ErrorIsTerminal = !Console.IsErrorRedirected,
        TerminalSize = SizeOfTerminal,
        Interrupt = interrupt,
        Terminate = terminate,
        Windows = OperatingSystem.IsWindows() ? WindowsHost.OfProcess() : null,
    };

    static StreamWriter Open(Stream stream) => new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true, NewLine = "\n" };

    static (int Columns, int Rows) SizeOfTerminal()
    {
        try
        {
            return Console.WindowWidth > 0 ? (Console.WindowWidth, Console.WindowHeight) : (80, 24);
        }
        catch (IOException)
        {
            return (80, 24); // a terminal that does not tell its size
        }
    }
}
