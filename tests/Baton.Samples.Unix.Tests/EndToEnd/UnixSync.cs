using System.Diagnostics;
using Baton.C1Z;
using Baton.CompilerServices;
using Baton.Protocol.Connector.V2;
using Baton.Samples.Unix.Tests.Support;
using BatonUnix;

namespace Baton.Samples.Unix.Tests.EndToEnd;

/// <summary>
/// Runs the connector as its <c>Main</c> does, on the root of a made-up host, and reads the file back. <c>BATON_TEST_CONNECTOR</c> names a native
/// program to start in its place.
/// </summary>
sealed class UnixSync(TempRoot root)
{
    static readonly string? Native = Environment.GetEnvironmentVariable("BATON_TEST_CONNECTOR");

    string File => Path.Combine(root.Path, "sync.c1z");

    /// <summary>What the program wrote on the error stream.</summary>
    public string Log { get; private set; } = "";

    public List<Resource> Resources { get; private set; } = [];

    public List<Entitlement> Entitlements { get; private set; } = [];

    public List<Grant> Grants { get; private set; } = [];

    /// <summary>Runs the program.</summary>
    /// <returns>The exit code.</returns>
    public Task<int> RunAsync(params string[] args)
    {
        string[] all = ["--root", root.Path, "-f", File, .. args];
        return Native is null ? RunHereAsync(all) : StartAsync(Native, all);
    }

    /// <summary>Syncs, and reads what is in the file then.</summary>
    public async Task<UnixSync> SyncAsync(params string[] args)
    {
        Assert.True(await RunAsync(args) == 0, Log);
        var ct = TestContext.Current.CancellationToken;
        await using var reader = await C1ZReader.OpenAsync(File, cancellationToken: ct);
        Resources = await reader.ResourcesAsync(cancellationToken: ct).ToListAsync(ct);
        Entitlements = await reader.EntitlementsAsync(cancellationToken: ct).ToListAsync(ct);
        Grants = await reader.GrantsAsync(new GrantFilter { WithExpansion = true }, ct).ToListAsync(ct);
        return this;
    }

    /// <summary>The resources of a type.</summary>
    public IEnumerable<Resource> Of(string type) => Resources.Where(r => r.Id.ResourceType == type);

    /// <summary>The resource of an id.</summary>
    public Resource One(string type, string id) => Assert.Single(Of(type), r => r.Id.Resource == id);

    /// <summary>Who holds an entitlement; with <c>*</c> when the grant cannot be revoked.</summary>
    public string Holders(string type, string id, string slug) => string.Join(' ', Grants
        .Where(g => g.Entitlement.Id == $"{type}:{id}:{slug}")
        .Select(g => g.Principal.Id.Resource + (g.Annotations.Any(a => a.Is(GrantImmutable.Descriptor)) ? "*" : ""))
        .Order(StringComparer.Ordinal));

    async Task<int> RunHereAsync(string[] args)
    {
        using var error = new StringWriter();
        var code = await Run<UnixConnector>(args, new ConnectorHostOptions { Error = error, WorkingDirectory = root.Path });
        Log = error.ToString();
        return code;
    }

    async Task<int> StartAsync(string program, string[] args)
    {
        var stop = TestContext.Current.CancellationToken;
        var start = new ProcessStartInfo(program, args) { WorkingDirectory = root.Path, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(stop);
        Log = await process.StandardError.ReadToEndAsync(stop);
        Assert.Equal("", await output);
        await process.WaitForExitAsync(stop);
        return process.ExitCode;
    }

    static Task<int> Run<TConnector>(IReadOnlyList<string> args, ConnectorHostOptions options)
        where TConnector : IConnector => ConnectorHost.RunAsync(TConnector.Manifest, args, options);
}
