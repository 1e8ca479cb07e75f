using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Baton.Auth;
using Baton.Benchmarks.Measuring;
using Baton.Logging;
using Baton.Testing;
using Baton.Transport;
using Baton.Upload;
using Microsoft.Extensions.Logging.Abstractions;

namespace Baton.Benchmarks.Service;

/// <summary>Uploading a file as service mode does, to the emulator of C1 on this machine. Only the sender is measured.</summary>
static class UploadBenchmark
{
    const string ChildName = "upload-file";
    const string Host = "benchmark";

    // The first few settle the connection and its window.
    const int Uploads = 5;

    public static Command Command() => FileCommand.Create(
        "upload", "Uploads the file of a sync to a server on this machine, over the real protocol", static (_, file) => MeasureAsync(file));

    /// <summary>Uploads a file from a process of its own to one of these.</summary>
    public static async Task<Measurement> MeasureAsync(string file)
    {
        await using var c1 = await C1Emulator.StartAsync();
        var task = c1.Enqueue(new() { SyncFull = new() });
        var (_, _, peak, output) = await Task.Run(() => ChildProcess.Run(ChildProcess.Again(ChildName, file, c1.Host, c1.ClientId, c1.ClientSecret, task.Task.Id)));
        if (task.Uploads.Count != Uploads || c1.Violations.Count > 0)
            throw new InvalidOperationException($"{task.Uploads.Count} of {Uploads} uploads arrived: {string.Join("; ", c1.Violations)}");
        var measured = Measurement.Parse(output);
        var speed = measured.FileMegabytes / measured.WallSeconds;
        return measured with { What = string.Create(CultureInfo.InvariantCulture, $"upload, {speed:N0} MB/s"), PeakMegabytes = peak };
    }

    public static Command ChildCommand()
    {
        var arguments = new[] { "file", "host", "id", "secret", "task" }.Select(name => new Argument<string>(name)).ToArray();
        var command = new Command(ChildName);
        command.Hidden = true;
        foreach (var argument in arguments)
            command.Add(argument);
        command.SetAction((result, cancellationToken) =>
        {
            var values = arguments.Select(result.GetRequiredValue).ToArray();
            return UploadAsync(values[0], values[1], ClientId.Parse(values[2]), ClientSecret.Parse(values[3]), values[4], cancellationToken);
        });
        return command;
    }

    static async Task UploadAsync(string file, string host, ClientId id, ClientSecret secret, string task, CancellationToken cancellationToken)
    {
        var endpoint = C1Endpoint.Of(id, host);
        using var http = new HttpMessageInvoker(RpcHandler.Create());
        using var tokens = new TokenSource(id, secret, endpoint, http, new SecretRedactor(), TimeProvider.System, NullLogger.Instance);
        using var c1 = new BatonService(new RpcChannel(endpoint.Address, Host, http, TimeProvider.System), tokens, TimeProvider.System);
        var upload = new AssetUpload(c1, Host, TimeProvider.System, NullLogger.Instance);
        for (var warm = 1; warm < Uploads; warm++)
            await upload.SendAsync(file, task, cancellationToken);
        var (clock, before) = (Stopwatch.StartNew(), Usage.CpuSeconds());
        await upload.SendAsync(file, task, cancellationToken);
        new Measurement("upload", 0, clock.Elapsed.TotalSeconds, Usage.CpuSeconds() - before, 0, new FileInfo(file).Length / 1e6).Print();
    }
}
