using System.Text;
using Baton.Cli.Completion;
using Baton.CompilerServices;
using Baton.Config;
using Baton.Logging;
using Baton.Progress;
using Baton.Windows;

namespace Baton.Cli;

/// <summary>A connector's program: its commands, and how their failures end.</summary>
sealed class ConnectorProgram
{
    readonly ConnectorManifest _manifest;
    readonly ConnectorHostOptions _options;
    readonly SecretRedactor _redactor = new();
    readonly ErrorOutput _error;
    readonly TimeToStop _timeToStop;
    readonly List<CommandDefinition> _commands = [];

    public ConnectorProgram(ConnectorManifest manifest, ConnectorHostOptions options)
    {
        _manifest = manifest;
        _options = options;
        _timeToStop = new(options.ShutdownLimit);
        _error = new ErrorOutput(options.Error);
        _redactor.Add(AddressSecrets.OfProxies(options.Environment));
    }

    /// <summary>Runs what the arguments ask for.</summary>
    /// <returns>The exit code.</returns>
    public Task<int> RunAsync(IReadOnlyList<string> args) => Shutdown.RunAsync(stop => InvokeAsync(args, stop), _options, _timeToStop, Report);

    Task<int> InvokeAsync(IReadOnlyList<string> args, CancellationToken stop)
    {
        var fields = _manifest.ConfigFields.Select(static f => new Flag(f)).ToList();
        var run = new RunCommand(_manifest, _options, fields, _redactor, _error, _timeToStop);
        var root = Define("", _manifest.Description.Length > 0 ? _manifest.Description : _manifest.DisplayName, fields, run.RunAsync);
        _commands.AddRange(
        [
            root,
            Define("capabilities", "Print what the connector can do, as JSON", fields, (_, _) => PrintAsync(_manifest.CapabilitiesJson)),
            Define(CompletionCommand.Name, CompletionCommand.Summary, CompletionCommand.Flags, (i, _) => PrintCompletionAsync(i)) with
            {
                TakesArguments = true,
                Usage = "[shell] [flags]",
            },
            Define("config", "Print the settings of the connector, as JSON", [Markdown], (i, _) => PrintConfigAsync(i, fields)),
            Define("health-check", "Ask a running connector how it is", HealthCheckCommand.Flags, (i, stop) => new HealthCheckCommand(_options).RunAsync(i, stop)) with { Hidden = true },
            Define("help", "Help about any command", [], (i, _) => HelpAsync(i.Arguments)) with { TakesArguments = true, Usage = "[command] [flags]" },
        ]);
        if (_options.Windows is { } windows)
            AddServiceCommands(windows, fields);
        var invocation = GoArguments.Read(args, _commands);
        return invocation.Command.RunAsync(invocation, stop);
    }

    void AddServiceCommands(WindowsHost windows, List<Flag> fields)
    {
        var service = new ServiceCommands(_manifest, _options, windows);
        foreach (var (name, summary, runAsync) in service.All)
        {
            _commands.Add(Define(name, summary, [], async (_, stop) =>
            {
                await runAsync(stop).ConfigureAwait(false);
                return 0;
            }));
        }
        var run = new RunCommand(_manifest, service.OptionsOfService, fields, _redactor, _error, _timeToStop);
        _commands.Add(Define(ServiceCommands.Serve, "Run as the service of Windows", fields, (i, stop) => windows.ServeAsync(_manifest.Name, async stopService =>
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, stopService);
            return await run.RunAsync(i with { Command = _commands[0] }, either.Token).ConfigureAwait(false);
        })) with
        {
            Hidden = true,
        });
    }

    static Flag Markdown { get; } = new(new ConfigFieldDefinition
    {
        Name = "markdown",
        Kind = ConfigFieldKind.Bool,
        Default = "false",
        Description = "Print them as a table in Markdown instead",
    })
    {
        HasVariable = false,
    };

    Task<int> PrintConfigAsync(Invocation invocation, IReadOnlyList<Flag> fields) =>
        Settings.Convert(invocation.Command.Flags, invocation.Values).Switch(Markdown.Name)
            ? PrintAsync(SettingsTable.Of(_manifest, fields))
            : PrintAsync(ConfigDocument.Merge(_manifest.ConfigJson));

    Task<int> PrintCompletionAsync(Invocation invocation)
    {
        var isBare = Settings.Convert(invocation.Command.Flags, invocation.Values).Switch("no-descriptions");
        return PrintAsync(CompletionCommand.Script(invocation.Arguments, !isBare, _commands) ?? HelpText.Of(invocation.Command, _commands));
    }

    CommandDefinition Define(
        string name, string summary, IReadOnlyList<Flag> localFlags, Func<Invocation, CancellationToken, Task<int>> runAsync)
    {
        var path = name.Length == 0 ? _manifest.Name : $"{_manifest.Name} {name}";
        var flags = StandardFlags.For(name.Length == 0 ? null : name, _manifest.Name, localFlags, _options.OutputIsTerminal);
        return new CommandDefinition(name, path, summary, flags, (i, stop) => DispatchAsync(i, runAsync, stop));
    }

    Task<int> DispatchAsync(Invocation invocation, Func<Invocation, CancellationToken, Task<int>> runAsync, CancellationToken stop)
    {
        var given = Settings.Convert(invocation.Command.Flags, invocation.Values);
        if (Asks(StandardFlags.Help))
            return PrintAsync(HelpText.Of(invocation.Command, _commands));
        return Asks(StandardFlags.Version)
            ? PrintAsync($"{_manifest.Name} version {_manifest.Version}\n")
            : runAsync(invocation, stop);

        bool Asks(string name) => invocation.Command.Find(name) is { HasVariable: false } && given.Switch(name);
    }

    Task<int> HelpAsync(IReadOnlyList<string> topics)
    {
        var name = topics is [var topic, ..] ? topic : "";
        if (_commands.Find(c => c.Name == name) is { } command)
            return PrintAsync(HelpText.Of(command, _commands));
        _error.Write($"Unknown help topic {Quoted.Of(name)}\n{HelpText.Of(_commands[0], _commands)}");
        return Task.FromResult(0);
    }

    Task<int> PrintAsync(ReadOnlySpan<byte> document) => PrintAsync(Encoding.UTF8.GetString(document));

    async Task<int> PrintAsync(string text)
    {
        await _options.Output.WriteAsync(text).ConfigureAwait(false);
        await _options.Output.FlushAsync().ConfigureAwait(false);
        return 0;
    }

    int Report(Exception failure)
    {
        _error.Draw([]);
        var text = TerminalText.Lines(_redactor.Redact(ErrorText.Of(failure)));
        _error.Write(text.EndsWith('\n') ? text + "\n" : text + "\n");
        return (int)ErrorText.CodeOf(failure);
    }
}
