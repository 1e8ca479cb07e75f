using System.CommandLine;
using Baton.C1Z;
using Baton.Cli;

namespace Baton.C1ZTool;

/// <summary>One run of a command: its options, and what it writes to.</summary>
sealed class Invocation(ParseResult parse, ToolHost host, CancellationToken cancellationToken)
{
    public ToolHost Host => host;

    public CancellationToken Cancel => cancellationToken;

    public string File => parse.GetRequiredValue(Globals.File);

    public string Format => parse.GetRequiredValue(Globals.Format);

    public bool IsJson => Format == "json";

    public T? Value<T>(Option<T> option) => parse.GetValue(option);

    public T? Value<T>(Argument<T> argument) => parse.GetValue(argument);

    /// <summary>Opens the file, and chooses the sync that was asked for; says so when it is one that did not finish, for its rows are not all.</summary>
    public async ValueTask<C1ZReader> OpenAsync(string? syncId)
    {
        var reader = await OpenAsync(File, syncId);
        if (reader.Sync is { EndedAt: null } sync)
        {
            var others = syncId is null ? ", and no other one of the file has" : "";
            await host.Error.WriteLineAsync($"warning: the sync {TerminalText.Line(sync.Id)} of {Text.Time(sync.StartedAt)} has not finished{others}: the answer comes from what it has so far");
        }
        return reader;
    }

    public async ValueTask<C1ZReader> OpenAsync(string path, string? syncId)
    {
        using var progress = new ProgressLine(host, $"unpacking {path}");
        var options = C1ZOptions.FromEnvironment(host.Options) with { Progress = progress };
        var reader = await C1ZReader.OpenAsync(path, options, cancellationToken);
        try
        {
            if (syncId is not null)
                await reader.UseSyncAsync(syncId, cancellationToken);
            return reader;
        }
        catch
        {
            await reader.DisposeAsync();
            throw;
        }
    }

    /// <summary>Writes rows in the format that was asked for.</summary>
    public Task PrintAsync<T>(Listing<T> listing, IAsyncEnumerable<T> rows) => Format switch
    {
        "json" => JsonOutput.WriteAsync(host, listing, rows, cancellationToken),
        "csv" => CsvOutput.WriteAsync(host, listing, rows, cancellationToken),
        _ => TableOutput.WriteAsync(host, listing, rows, cancellationToken),
    };
}
