using Baton.Runtime.Tests.Tasks;
using Baton.Testing;

namespace Baton.Tasks.Tests.OneShot;

/// <summary>The desk's connector, run once with flags, in a folder with a file for each flag that names one.</summary>
sealed class OneShotRun : IDisposable
{
    const string Template = """{"schema_id": "access", "display_name": "Printer", "requested_for_id": "ann"}""";

    readonly string _folder = Directory.CreateTempSubdirectory("baton-one-shot-").FullName;

    public OneShotRun()
    {
        Desk.Schemas.Add(new("access", "Access"));
        Desk.Events = new([SourceEvent.Changed("e1", DateTimeOffset.UnixEpoch, new("room", "vault"))], 1);
        File.WriteAllText(In("one.json"), Template);
        File.WriteAllText(In("two.json"), $$"""{"tickets": [{{Template}}, {{Template}}]}""");
    }

    public Desk Desk { get; } = new();

    public string In(string name) => Path.Combine(_folder, name);

    /// <summary>Runs it; <c>FOLDER</c> in an argument is the folder.</summary>
    public Task<RunResult> RunAsync(params string[] args)
    {
        Desk.OfProgram.Value = Desk;
        string[] all = [.. args.Select(argument => argument.Replace("FOLDER", _folder, StringComparison.Ordinal))];
        return ConnectorRun.InvokeAsync<DeskConnector>(all, new() { File = In("sync.c1z") }, TestContext.Current.CancellationToken);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
