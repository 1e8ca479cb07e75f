using Baton.C1Z;
using Baton.CompilerServices;
using Baton.Protocol.Connector.V2;
using Baton.Samples.Unix.Tests.Support;
using BatonUnix;

namespace Baton.Samples.Unix.Tests.EndToEnd;

/// <summary>Runs the connector as its <c>Main</c> does, on the root of a made-up host, and reads the file back.</summary>
sealed class UnixSync(TempRoot root)
{
    string File => Path.Combine(root.Path, "sync.c1z");

    /// <summary>What the program wrote on the error stream.</summary>
    public string Log { get; private set; } = "";

    public List<Resource> Resources { get; private set; } = [];

    public List<Entitlement> Entitlements { get; private set; } = [];

    public List<Grant> Grants { get; private set; } = [];

    /// <summary>Runs the program.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(params string[] args)
    {
        using var error = new StringWriter();
        var options = new ConnectorHostOptions { Error = error, WorkingDirectory = root.Path };
        var code = await Run<UnixConnector>(["--root", root.Path, "-f", File, .. args], options);
        Log = error.ToString();
        return code;
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

    static Task<int> Run<TConnector>(IReadOnlyList<string> args, ConnectorHostOptions options)
        where TConnector : IConnector => ConnectorHost.RunAsync(TConnector.Manifest, args, options);
}
