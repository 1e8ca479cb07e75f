using System.Globalization;
using System.Text;
using System.Text.Json;
using Baton.Cli;
using Baton.CompilerServices;

namespace Baton.Windows;

/// <summary>Where the service of a connector keeps its settings and its log: where Go connectors keep theirs.</summary>
sealed class ServiceSettings(string name, WindowsHost host)
{
    // Administrators and the system, by number, since their names are in the language of the system.
    static readonly string[] Owners = ["*S-1-5-32-544:(OI)(CI)F", "*S-1-5-18:(OI)(CI)F"];

    string Folder => Path.Combine(host.ProgramData, "ConductorOne", name);

    public string File => Path.Combine(Folder, "config.yaml");

    public string Log => Path.Combine(Folder, "baton.log");

    /// <summary>Asks for each setting, and writes what was answered, for administrators alone: there are secrets among them.</summary>
    /// <exception cref="ConnectorException">There are settings already, or an answer is of the wrong kind.</exception>
    public async Task AskAsync(IEnumerable<ConfigFieldDefinition> fields, TextWriter output, CancellationToken cancellationToken)
    {
        if (System.IO.File.Exists(File))
            throw new ConnectorException(
                ErrorCode.AlreadyExists, $"config file already exists at {File}: change it with an editor, or remove it and begin anew");
        var text = new StringBuilder();
        foreach (var field in fields)
        {
            await output.WriteAsync($"Enter {field.Name}: ".AsMemory(), cancellationToken).ConfigureAwait(false);
            var answer = (await host.Input.ReadLineAsync(cancellationToken).ConfigureAwait(false))?.Trim() ?? "";
            if (answer.Length > 0)
                text.Append(CultureInfo.InvariantCulture, $"{field.Name}: {Value(field, answer)}\n");
            else if (field.Required)
                throw new UsageException($"required field '{field.Name}' cannot be empty");
        }
        Directory.CreateDirectory(Folder);
        var (code, said) = await host.RunToolAsync("icacls.exe", [Folder, "/inheritance:r", "/grant:r", .. Owners], cancellationToken).ConfigureAwait(false);
        if (code != 0)
            throw new ConnectorException(ErrorCode.PermissionDenied, $"{Folder} cannot be kept from other users, so no secret is written there: {said.Trim()}");
        await System.IO.File.WriteAllTextAsync(File, text.ToString(), cancellationToken).ConfigureAwait(false);
    }

    static string Value(ConfigFieldDefinition field, string answer) => field.Kind switch
    {
        ConfigFieldKind.Bool => bool.TryParse(answer, out var value) ? (value ? "true" : "false") : throw Wrong(field, "true or false", answer),
        ConfigFieldKind.Int => int.TryParse(answer, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
            ? answer
            : throw Wrong(field, "a whole number", answer),
        _ => $"\"{JsonEncodedText.Encode(answer)}\"", // what JSON escapes, YAML reads
    };

    static UsageException Wrong(ConfigFieldDefinition field, string wanted, string answer) => new($"{field.Name} must be {wanted}, not {Quoted.Of(answer)}");
}
