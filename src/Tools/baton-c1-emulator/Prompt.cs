using System.Globalization;
using System.Text;
using Baton.Protocol.Validation;
using Baton.Testing;
using ServiceTask = Baton.Protocol.Service.V1.Task;

namespace Baton.Emulator;

/// <summary>Reads what the person at the keyboard wants C1 to do.</summary>
/// <param name="c1">The C1.</param>
/// <param name="output">Where answers go.</param>
/// <param name="folder">Where uploaded files go.</param>
sealed class Prompt(C1Emulator c1, TextWriter output, string folder)
{
    const int NameWidth = 36;

    readonly SecretReader _reader = SecretReader.Create();
    readonly Dictionary<string, EmulatedTask> _tasks = new(StringComparer.Ordinal);
    bool _debug;

    IReadOnlyList<TaskCommand> Commands => field ??= new TaskCommands(_reader).All;

    /// <summary>All that can be typed.</summary>
    public string Help
    {
        get
        {
            var help = new StringBuilder("Type what C1 is to do:\n");
            foreach (var command in Commands)
                help.Append(CultureInfo.InvariantCulture, $"  {$"{command.Name} {command.Usage}".PadRight(NameWidth)} {command.Help}\n");
            help.Append(CultureInfo.InvariantCulture, $"  {"debug on|off",-NameWidth} tasks from now on bring their debug log\n");
            help.Append(CultureInfo.InvariantCulture, $"  {"cancel ID",-NameWidth} no longer wants a task\n");
            help.Append(CultureInfo.InvariantCulture, $"  {"again ID",-NameWidth} hands a task out once more\n");
            help.Append(CultureInfo.InvariantCulture, $"  {"fault METHOD KIND [TIMES]",-NameWidth} {FaultHelp}\n");
            return help.Append("  quit").ToString();
        }
    }

    static string FaultHelp => $"the next calls go wrong: {string.Join(", ", Enum.GetNames<FaultKind>())}";

    public async Task RunAsync(TextReader input)
    {
        while (await input.ReadLineAsync() is { } line && line.Trim() != "quit")
        {
            try
            {
                await output.WriteLineAsync(Do(line.Trim()));
            }
            catch (Exception e) when (e is FormatException or ArgumentException or RuleViolationException)
            {
                await output.WriteLineAsync(e.Message);
            }
        }
    }

    string Do(string line) => line.Split(' ', 2, StringSplitOptions.TrimEntries) switch
    {
        [""] => "",
        ["debug", var wanted] when wanted is "on" or "off" => $"debug log: {((_debug = wanted == "on") ? "on" : "off")}",
        ["cancel", var id] => Cancel(id),
        ["again", var id] => Again(id),
        ["fault", var what] => Fault(what.Split(' ', StringSplitOptions.RemoveEmptyEntries)),
        [var name, .. var rest] => Commands.FirstOrDefault(command => command.Name == name) is { } command
            ? Enqueue(command.Parse(rest is [var words] ? words : ""))
            : Help,
        _ => Help,
    };

    string Enqueue(ServiceTask task)
    {
        task.Debug |= _debug;
        var queued = c1.Enqueue(task);
        _tasks.Add(task.Id, queued);
        _ = ShowEndAsync(queued);
        return $"queued {task.Id}";
    }

    string Cancel(string id)
    {
        c1.Cancel(Find(id));
        return $"the connector hears of it with its next heartbeat for {id}";
    }

    string Again(string id)
    {
        c1.Duplicate(Find(id));
        return $"{id} is handed out again";
    }

    string Fault(string[] words)
    {
        if (words is not [var method, var name, .. var times] || !Enum.TryParse<FaultKind>(name, ignoreCase: true, out var kind))
            throw new FormatException($"usage: fault METHOD KIND [TIMES], for example: fault UploadAsset DropUpload. {FaultHelp}");
        var count = times is [var text] ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : 1;
        c1.Add(new(method, kind) { Times = count, Delay = TimeSpan.FromSeconds(20), AfterBytes = 1 });
        return $"the next {count} calls of {method} go wrong";
    }

    EmulatedTask Find(string id) => _tasks.GetValueOrDefault(id) ?? throw new FormatException($"there is no task {id}");

    async Task ShowEndAsync(EmulatedTask task)
    {
        var finish = await task.Finished;
        var text = new StringBuilder(Protocol.ProtoJson.FormatIndented(finish));
        foreach (var (name, secret) in Secrets.Open(finish, _reader))
            text.Append(CultureInfo.InvariantCulture, $"\nsecret \"{name}\": {secret}");
        for (var i = 0; i < task.Uploads.Count; i++)
        {
            var file = Path.GetFullPath(Path.Combine(folder, $"{task.Task.Id}{(i == 0 ? ".c1z" : "-debug.log")}"));
            await File.WriteAllBytesAsync(file, task.Uploads[i]);
            text.Append(CultureInfo.InvariantCulture, $"\nwrote {file}");
        }
        await output.WriteLineAsync(text.ToString());
    }
}
