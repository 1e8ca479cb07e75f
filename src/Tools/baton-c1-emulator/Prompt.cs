using Baton.Protocol;
using Baton.Testing;
using ServiceTask = Baton.Protocol.Service.V1.Task;

namespace Baton.Emulator;

/// <summary>Reads what the person at the keyboard wants C1 to do.</summary>
sealed class Prompt(C1Emulator c1, TextWriter output)
{
    public const string Help = """
        and type what C1 is to do:
          sync             a full sync; the file lands in this folder
          task JSON        any task, in the JSON of the protocol: task {"grant":{…}}
          cancel ID        no longer wants a task
          quit
        """;

    readonly Dictionary<string, EmulatedTask> _tasks = new(StringComparer.Ordinal);

    public async Task RunAsync(TextReader input)
    {
        while (await input.ReadLineAsync() is { } line && line.Trim() != "quit")
        {
            try
            {
                await output.WriteLineAsync(Do(line.Trim()));
            }
            catch (Exception e) when (e is FormatException or ArgumentException or Protocol.Validation.RuleViolationException)
            {
                await output.WriteLineAsync(e.Message);
            }
        }
    }

    string Do(string line) => line.Split(' ', 2, StringSplitOptions.TrimEntries) switch
    {
        ["sync"] => Enqueue(new ServiceTask { SyncFull = new() }),
        ["task", var json] => Enqueue(ProtoJson.Parse<ServiceTask>(json)),
        ["cancel", var id] => Cancel(id),
        [""] => "",
        _ => Help,
    };

    string Enqueue(ServiceTask task)
    {
        var queued = c1.Enqueue(task);
        _tasks.Add(task.Id, queued);
        _ = ShowEndAsync(queued);
        return $"queued {task.Id}";
    }

    string Cancel(string id)
    {
        if (!_tasks.TryGetValue(id, out var task))
            return $"there is no task {id}";
        c1.Cancel(task);
        return $"the connector hears of it with its next heartbeat for {id}";
    }

    async Task ShowEndAsync(EmulatedTask task)
    {
        var finish = await task.Finished;
        await output.WriteLineAsync(ProtoJson.FormatIndented(finish));
        for (var i = 0; i < task.Uploads.Count; i++)
        {
            var file = $"{task.Task.Id}{(i == 0 ? ".c1z" : "-debug.log")}";
            await File.WriteAllBytesAsync(file, task.Uploads[i]);
            await output.WriteLineAsync($"wrote {Path.GetFullPath(file)}");
        }
    }
}
