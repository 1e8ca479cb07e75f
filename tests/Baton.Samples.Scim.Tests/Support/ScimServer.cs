using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Baton.Tests.Shared;

[assembly: AssemblyFixture(typeof(Baton.Samples.Scim.Tests.Support.ScimServer))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Baton.Samples.Scim.Tests.Support;

/// <summary>A server that speaks SCIM as another implementation does, in a process of its own, with 25 users and four groups.</summary>
public sealed class ScimServer : IAsyncLifetime
{
    public const string Token = "scim-token", ClientId = "client:1", ClientSecret = "client secret";

    readonly Process _process = new();
    readonly HttpClient _http = new();

    /// <summary>Where the server is.</summary>
    public Uri Address { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _process.StartInfo = new ProcessStartInfo("timeout", ["600", "node", Path.Combine(AppContext.BaseDirectory, "Server", "server.cjs"), "25"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment = { ["NODE_PATH"] = NodeModules.FolderOf("scimmy-routers") },
        };
        _process.Start();
        var line = await _process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60)) ?? throw new InvalidOperationException("the server ended");
        Address = new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{line.Split(' ')[1]}"));
    }

    /// <summary>What was asked since the last time somebody looked.</summary>
    public async Task<IReadOnlyList<string>> CallsAsync()
    {
        using var document = JsonDocument.Parse(await _http.GetStringAsync(new Uri(Address, "calls"), TestContext.Current.CancellationToken));
        return [.. document.RootElement.EnumerateArray().Select(static call => call.GetString()!)];
    }

    /// <summary>The password that a user was given.</summary>
    public Task<string> PasswordAsync(string id) => _http.GetStringAsync(new Uri(Address, $"passwords/{id}"), TestContext.Current.CancellationToken);

    /// <summary>Makes all tokens worthless that clients got until now.</summary>
    public async Task WithdrawAsync() => (await _http.PostAsync(new Uri(Address, "withdraw"), null, TestContext.Current.CancellationToken)).Dispose();

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _process.StandardInput.Close(); // which ends it
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        _process.Dispose();
    }
}
