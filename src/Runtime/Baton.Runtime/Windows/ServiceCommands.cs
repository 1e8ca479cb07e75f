using Baton.Cli;
using Baton.CompilerServices;
using Baton.Config;

namespace Baton.Windows;

/// <summary>The commands that make the connector a service of Windows; elsewhere there are none of them.</summary>
sealed class ServiceCommands(ConnectorManifest manifest, ConnectorHostOptions options, WindowsHost host)
{
    /// <summary>What the service manager starts.</summary>
    public const string Serve = "_service";

    readonly ServiceControl _service = new(manifest.Name, host, options.TimeProvider);
    readonly ServiceSettings _settings = new(manifest.Name, host);

    /// <summary>Name, summary and work of each.</summary>
    public IEnumerable<(string Name, string Summary, Func<CancellationToken, Task> RunAsync)> All =>
    [
        ("setup", $"Setup and configure the {manifest.Name} service", SetUpAsync),
        ("start", $"Start the {manifest.Name} service", async stop =>
        {
            await _service.StartAsync(stop).ConfigureAwait(false);
            await SayAsync("started").ConfigureAwait(false);
        }),
        ("stop", $"Stop the {manifest.Name} service", async stop =>
        {
            await _service.StopAsync(stop).ConfigureAwait(false);
            await SayAsync("stopped").ConfigureAwait(false);
        }),
        ("status", $"Check the status of the {manifest.Name} service", async stop =>
        {
            var state = await _service.StatusAsync(stop).ConfigureAwait(false);
            await SayAsync(state).ConfigureAwait(false);
        }),
        ("remove", $"Remove the {manifest.Name} service", async stop =>
        {
            await _service.StopAsync(stop).ConfigureAwait(false);
            await _service.DeleteAsync(stop).ConfigureAwait(false);
            File.Delete(_settings.File);
            await SayAsync("removed").ConfigureAwait(false);
        }),
    ];

    /// <summary>The surroundings of the service: settings and log are where <c>setup</c> put them, unless variables say otherwise.</summary>
    public ConnectorHostOptions OptionsOfService => options with
    {
        Environment = name => options.Environment(name) is { Length: > 0 } given ? given
            : name == ConfigFile.PathVariable ? _settings.File
            : name == Flag.VariableOf("log-path") ? _settings.Log
            : null,
        WorkingDirectory = Path.GetDirectoryName(_settings.File)!,
        OutputIsTerminal = false,
        ErrorIsTerminal = false,
    };

    async Task SetUpAsync(CancellationToken stop)
    {
        await _service.RequireNoneAsync(stop).ConfigureAwait(false);
        var asked = manifest.ConfigFields
            .Where(static field => !field.Shared && !field.Hidden
                && field.Kind is ConfigFieldKind.String or ConfigFieldKind.Uri or ConfigFieldKind.Bool or ConfigFieldKind.Int)
            .Concat(DefaultFlags.All.Where(static flag => flag.Name is "client-id" or "client-secret").Select(static flag => flag.Field));
        await _settings.AskAsync(asked, options.Output, stop).ConfigureAwait(false);
        try
        {
            await _service.CreateAsync(manifest.DisplayName, $"\"{host.Program}\" {Serve}", stop).ConfigureAwait(false);
        }
        catch
        {
            File.Delete(_settings.File); // so that setup can be repeated
            throw;
        }
        await SayAsync($"installed, with settings in {_settings.File}; '{manifest.Name} start' starts it").ConfigureAwait(false);
    }

    Task SayAsync(string text) => options.Output.WriteAsync($"{manifest.Name}: {text}\n");
}
