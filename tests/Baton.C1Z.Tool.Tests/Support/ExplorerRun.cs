using System.IO.Pipelines;

namespace Baton.C1ZTool.Tests;

/// <summary>A running <c>baton-c1z explorer</c>.</summary>
sealed class ExplorerRun : IAsyncDisposable
{
    readonly CancellationTokenSource _stop;
    readonly StringWriter _error = new();
    readonly Task<int> _code;

    ExplorerRun(string[] arguments, Stream output, C1Z.C1ZOptions options, CancellationToken cancellationToken)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _code = Tool.RunAsync(["explorer", "--no-open", .. arguments], new() { Output = output, Error = TextWriter.Synchronized(_error), Options = options }, _stop.Token);
    }

    /// <summary>The address that it printed.</summary>
    public Uri Address { get; private set; } = null!;

    public static async Task<ExplorerRun> StartAsync(C1Z.C1ZOptions options, CancellationToken cancellationToken, params string[] arguments)
    {
        var pipe = new Pipe();
        var run = new ExplorerRun(arguments, pipe.Writer.AsStream(), options, cancellationToken);
        using var reader = new StreamReader(pipe.Reader.AsStream());
        var line = reader.ReadLineAsync(cancellationToken).AsTask();
        await Task.WhenAny(line, run._code);
        Assert.False(run._code.IsCompleted, run._error.ToString());
        run.Address = new((await line)!);
        return run;
    }

    /// <summary>Ends it as Ctrl-C does.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        Assert.Equal(0, await _code);
        Assert.DoesNotContain("error:", _error.ToString(), StringComparison.Ordinal);
        _stop.Dispose();
    }
}
