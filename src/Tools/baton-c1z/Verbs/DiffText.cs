using System.Text;
using Baton.C1Z;
using Baton.Cli;

namespace Baton.C1ZTool;

/// <summary>A comparison for people: a line for each change, the counts at the end; or its changes as a table of values.</summary>
sealed class DiffText(Invocation invocation, SyncComparison comparison)
{
    static readonly Listing<DescribedChange> Changes = new(
        "changes", ["Change", "Kind", "ID", "Detail"], static change => [change.What, change.Kind, change.Id, change.Detail], static (_, _) => { });

    readonly Dictionary<(string Kind, string What), long> _counts = [];

    public Task WriteCsvAsync() => CsvOutput.WriteAsync(invocation.Host, Changes, DescribedChange.ReadAsync(comparison, invocation.Cancel), invocation.Cancel);

    public async Task WriteAsync(SyncRun before, SyncRun after)
    {
        var writer = new StreamWriter(invocation.Host.Output, new UTF8Encoding(false), 32 << 10, leaveOpen: true);
        await using (writer)
        {
            await writer.WriteLineAsync(TerminalText.Line($"from {before.Id} of {Text.Time(before.StartedAt)} to {after.Id} of {Text.Time(after.StartedAt)}"));
            await writer.WriteLineAsync();
            await foreach (var change in DescribedChange.ReadAsync(comparison, invocation.Cancel))
            {
                var sign = change.What switch { "created" => '+', "deleted" => '-', _ => '~' };
                await writer.WriteLineAsync(TerminalText.Line($"{sign} {change.Kind} {change.Id}{(change.Detail.Length > 0 ? $": {change.Detail}" : "")}"));
                _counts[(change.Kind, change.What)] = Count(change.Kind, change.What) + 1;
            }
            await writer.WriteLineAsync();
        }
        await TableOutput.WriteAsync(invocation.Host, ["", "Created", "Modified", "Deleted"], DescribedChange.Kinds.Select(Row), invocation.Cancel);
    }

    string[] Row(string kind) =>
        [$"{char.ToUpperInvariant(kind[0])}{kind[1..]}s", .. DescribedChange.Whats.Select(what => Text.Number(Count(kind, what)))];

    long Count(string kind, string what) => _counts.GetValueOrDefault((kind, what));
}
