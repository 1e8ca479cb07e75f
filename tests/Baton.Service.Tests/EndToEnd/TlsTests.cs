using System.Security.Authentication;
using Baton.Transport;

namespace Baton.Service.Tests.EndToEnd;

/// <summary>Processes that meet certificates and proxies.</summary>
public sealed class TlsTests
{
    const string Password = "proxy-pass-9c2e";

    [Fact]
    public async Task A_certificate_of_a_private_authority_is_trusted_when_the_environment_says_so()
    {
        using var authority = new Authority();
        await using var c1 = await Emulator.StartAsync(new() { Certificate = authority.Issue("127.0.0.1") });
        var task = c1.Enqueue(Tasks.Sync());
        await using var town = TownProcess.Start(c1, $"SSL_CERT_FILE={authority.File}");
        Assert.NotNull((await task.Finished.Soon()).Success);
        Assert.Equal((5, 1, 5), await Uploaded.CountAsync(Assert.Single(task.Uploads)));
        Assert.Empty(c1.Violations);
    }

    [Theory]
    [InlineData(false, "127.0.0.1", "PartialChain")]
    [InlineData(true, "elsewhere.example", "RemoteCertificateNameMismatch")]
    public async Task A_certificate_that_proves_nothing_is_refused_with_the_reason(bool isTrusted, string name, string reason)
    {
        using var authority = new Authority();
        await using var c1 = await Emulator.StartAsync(new() { Certificate = authority.Issue(name) });
        await using var town = TownProcess.Start(c1, isTrusted ? $"SSL_CERT_FILE={authority.File}" : "A=B");
        await Wait.ForAsync(() => town.Log.Contains("startup Hello failed; trying again", StringComparison.Ordinal));
        Assert.Contains(reason, town.Log, StringComparison.Ordinal);
        Assert.Contains("SSL_CERT_FILE", town.Log, StringComparison.Ordinal);
        Assert.Equal(0, c1.Calls("token"));
        town.Signal(RunningProgram.SigTerm);
        Assert.Equal(0, await town.EndAsync());
    }

    [Fact]
    public void Older_protocols_than_TLS_1_2_are_not_offered()
    {
        using var handler = RpcHandler.Create();
        Assert.Equal(SslProtocols.Tls12 | SslProtocols.Tls13, handler.SslOptions.EnabledSslProtocols);
    }

    [Fact]
    public async Task Everything_goes_through_the_proxy_of_the_environment()
    {
        using var authority = new Authority();
        await using var c1 = await Emulator.StartAsync(new() { Certificate = authority.Issue("c1.example") });
        await using var proxy = new ConnectProxy(PortOf(c1.Host), $"town:{Password}");
        var task = c1.Enqueue(Tasks.Sync());
        // A name that only the proxy knows.
        await using var town = TownProcess.Start(c1, $"SSL_CERT_FILE={authority.File}", "BATON_C1_API_HOST=", $"HTTPS_PROXY=http://town:{Password}@{proxy.Address}");
        Assert.NotNull((await task.Finished.Soon()).Success);
        Assert.All(proxy.Requests, static r => Assert.Equal("CONNECT c1.example:443 HTTP/1.1", r));
        Assert.DoesNotContain(Password, town.Log, StringComparison.Ordinal);
        Assert.Empty(c1.Violations);
    }

    [Fact]
    public async Task A_proxy_that_refuses_is_named_without_the_password()
    {
        await using var c1 = await Emulator.StartAsync();
        await using var proxy = new ConnectProxy(PortOf(c1.Host), "town:another");
        await using var town = TownProcess.Start(c1, "BATON_C1_API_HOST=", $"HTTPS_PROXY=http://town:{Password}@{proxy.Address}");
        await Wait.ForAsync(() => town.Log.Contains("startup Hello failed; trying again", StringComparison.Ordinal));
        Assert.Contains("407", town.Log, StringComparison.Ordinal);
        Assert.Contains($"[redacted]@{proxy.Address}", town.Log, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, town.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hosts_of_NO_PROXY_are_called_directly()
    {
        using var authority = new Authority();
        await using var c1 = await Emulator.StartAsync(new() { Certificate = authority.Issue("127.0.0.1") });
        await using var proxy = new ConnectProxy(PortOf(c1.Host), "town:town");
        await using var town = TownProcess.Start(c1, $"SSL_CERT_FILE={authority.File}", $"HTTPS_PROXY=http://{proxy.Address}", "NO_PROXY=localhost,127.0.0.1");
        await c1.Hello.Soon();
        Assert.Empty(proxy.Requests);
    }

    static int PortOf(string host) => new Uri(host.Contains("://", StringComparison.Ordinal) ? host : $"https://{host}").Port;
}
