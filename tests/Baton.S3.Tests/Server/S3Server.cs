using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Amazon.Runtime;

namespace Baton.S3.Tests.Server;

/// <summary>An S3 server on this machine, in a process of its own, with a bucket.</summary>
public sealed class S3Server : IAsyncLifetime
{
    public const string Bucket = "baton", KeyId = "S3RVER", Secret = "S3RVER";

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly HttpClient _http = new();
    readonly string _folder = Directory.CreateTempSubdirectory("baton-s3-").FullName;
    Process _process = new();
    int _port;

    public Uri Endpoint => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_port}"));

    /// <summary>A store that talks to it.</summary>
    public S3Store Store => new(Options);

    public S3Options Options => new() { Endpoint = Endpoint, Region = "eu-west-1", Credentials = new BasicAWSCredentials(KeyId, Secret), PartBytes = 5 << 20 };

    public async ValueTask InitializeAsync() => await StartAsync();

    /// <summary>Starts it, once more after it died: with the same objects, at the same port.</summary>
    public async Task StartAsync()
    {
        _process.Dispose();
        _process = new Process
        {
            StartInfo = new ProcessStartInfo(
                "timeout", ["600", "node", Path.Combine(AppContext.BaseDirectory, "Server", "server.cjs"), _folder, _port.ToString(CultureInfo.InvariantCulture)])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                Environment = { ["NODE_PATH"] = Modules() },
            },
        };
        _process.Start();
        var line = await _process.StandardOutput.ReadLineAsync().WaitAsync(Patience) ?? throw new InvalidOperationException("the server ended");
        _port = int.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture);
    }

    public Task DiedAsync() => _process.WaitForExitAsync().WaitAsync(Patience);

    /// <summary>What shall go wrong; an empty name ends it.</summary>
    public async Task MishapAsync(string name) => (await _http.GetAsync(new Uri(Endpoint, $"-/mishap?name={Uri.EscapeDataString(name)}"))).Dispose();

    /// <summary>The requests since the last time somebody looked.</summary>
    public async Task<IReadOnlyList<Request>> RequestsAsync()
    {
        using var document = JsonDocument.Parse(await _http.GetStringAsync(new Uri(Endpoint, "-/requests")));
        return [.. document.RootElement.EnumerateArray().Select(static r => new Request(
            r.GetProperty("method").GetString()!,
            r.GetProperty("query").GetString()!,
            r.GetProperty("headers").EnumerateObject().ToDictionary(static h => h.Name, static h => h.Value.ToString())))];
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (!_process.HasExited)
        {
            _process.StandardInput.Close(); // which ends it
            await DiedAsync();
        }
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    // Where eng/test.sh installed the server's package.
    static string Modules()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var modules = Path.Combine(folder.FullName, "artifacts", "node", "node_modules");
            if (Directory.Exists(Path.Combine(modules, "s3rver")))
                return modules;
        }
        throw new InvalidOperationException("s3rver is not installed: run ./eng/test.sh, which installs it into artifacts/node");
    }
}

public sealed record Request(string Method, string Query, IReadOnlyDictionary<string, string> Headers)
{
    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
