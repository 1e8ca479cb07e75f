using System.Globalization;
using System.Text.RegularExpressions;

namespace Baton.Windows;

/// <summary>The service of a connector, through <c>sc.exe</c>.</summary>
sealed partial class ServiceControl(string name, WindowsHost host, TimeProvider time)
{
    const int AccessDenied = 5, AlreadyRunning = 1056, NotThere = 1060, NotRunning = 1062, GoingAway = 1072, AlreadyThere = 1073;
    const int Stopped = 1;

    static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(10);
    static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(250);
    static readonly string[] OnFailure = ["reset=", "86400", "actions=", "restart/10000/restart/10000/restart/60000"];
    static readonly string[] States = ["Unknown", "Stopped", "StartPending", "StopPending", "Running", "ContinuePending", "PausePending", "Paused"];

    /// <summary>Refuses to go on when there is a service of that name.</summary>
    /// <exception cref="ConnectorException">There is one.</exception>
    public async Task RequireNoneAsync(CancellationToken cancellationToken)
    {
        if (State().IsMatch(await CallAsync(["query", name], cancellationToken, NotThere).ConfigureAwait(false)))
            throw IsThere();
    }

    /// <summary>Makes the service, which starts with the machine, and again some seconds after a failure.</summary>
    public async Task CreateAsync(string displayName, string commandLine, CancellationToken cancellationToken)
    {
        string[] create = ["create", name, "binPath=", commandLine, "start=", "delayed-auto", "DisplayName=", displayName];
        await CallAsync(create, cancellationToken).ConfigureAwait(false);
        await CallAsync(["failure", name, .. OnFailure], cancellationToken).ConfigureAwait(false);
        await CallAsync(["failureflag", name, "1"], cancellationToken).ConfigureAwait(false); // an exit code is a failure, too
    }

    public Task StartAsync(CancellationToken cancellationToken) => CallAsync(["start", name], cancellationToken, AlreadyRunning);

    /// <summary>Stops it, and waits for that.</summary>
    /// <exception cref="ConnectorException">It did not stop in ten seconds.</exception>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await CallAsync(["stop", name], cancellationToken, NotRunning).ConfigureAwait(false);
        var begun = time.GetTimestamp();
        while (await StateAsync(cancellationToken).ConfigureAwait(false) != Stopped)
        {
            if (time.GetElapsedTime(begun) > StopLimit)
            {
                throw new ConnectorException(
                    ErrorCode.DeadlineExceeded, $"the service {name} did not stop within {StopLimit.TotalSeconds} s, and goes on stopping: '{name} status' tells");
            }
            await Task.Delay(LookEvery, time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Its state, in a word.</summary>
    public async Task<string> StatusAsync(CancellationToken cancellationToken) => States[await StateAsync(cancellationToken).ConfigureAwait(false)];

    public Task DeleteAsync(CancellationToken cancellationToken) => CallAsync(["delete", name], cancellationToken);

    async Task<int> StateAsync(CancellationToken cancellationToken)
    {
        var answer = await CallAsync(["query", name], cancellationToken).ConfigureAwait(false);
        return State().Match(answer) is { Success: true } match ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : 0;
    }

    async Task<string> CallAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken, int fine = 0)
    {
        var (code, text) = await host.RunToolAsync("sc.exe", arguments, cancellationToken).ConfigureAwait(false);
        return code == 0 || code == fine ? text : throw code switch
        {
            AccessDenied => new ConnectorException(
                ErrorCode.PermissionDenied, "Windows lets only administrators do that: open a console with \"Run as administrator\""),
            NotThere => new ConnectorException(ErrorCode.NotFound, $"{name} is not installed as a service: run '{name} setup' first"),
            AlreadyThere => IsThere(),
            GoingAway => new ConnectorException(
                ErrorCode.FailedPrecondition, $"the service {name} is being removed: close the programs that show it (services.msc), or restart the machine"),
            _ => new ConnectorException(ErrorCode.Unknown, $"sc.exe {arguments[0]} {name} failed with {code}: {text.Trim()}"),
        };
    }

    ConnectorException IsThere() => new(ErrorCode.AlreadyExists, $"{name} is already installed as a service. Please run '{name} remove' to remove it first.");

    // The words around it are in the language of the system; the type, on the line before, is two digits.
    [GeneratedRegex(@":\s*([1-7])\s+[A-Z_]+\s*$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex State();
}
