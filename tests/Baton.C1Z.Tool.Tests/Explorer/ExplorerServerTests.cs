using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Baton.C1ZTool.Explorer;

namespace Baton.C1ZTool.Tests;

/// <summary>Who is let in, what is answered, and what it costs.</summary>
public sealed class ExplorerServerTests : ExplorerTest
{
    readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });

    [Fact]
    public async Task WithoutTheToken_NothingIsShown()
    {
        await using var run = await StartAsync(GoFile);
        var token = run.Address.AbsolutePath.Trim('/');
        Assert.True(token.Length >= 32, token);
        foreach (var path in new[] { "/", "/index.html", "/api/syncs", "/favicon.ico", $"/{token[..^1]}/", $"/{token}x/", $"/{token[..^1]}{(token[^1] == 'A' ? 'B' : 'A')}/api/syncs", $"/x/{token}/" })
            Assert.Equal(HttpStatusCode.Forbidden, (await _http.GetAsync(new Uri(run.Address, path), Cancel)).StatusCode);
        Assert.StartsWith("HTTP/1.1 403 ", await AskAsync(run, $"GET //{token}/ HTTP/1.1\r\nHost: {run.Address.Authority}\r\n\r\n"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await _http.GetAsync(run.Address, Cancel)).StatusCode);
        await using var other = await StartAsync(GoFile);
        Assert.NotEqual(token, other.Address.AbsolutePath.Trim('/'));
    }

    [Fact]
    public async Task OtherNamesOfThisMachine_AreRefused()
    {
        await using var run = await StartAsync(GoFile);
        foreach (var (host, status) in new[] { ("evil.example", 421), ($"evil.example:{run.Address.Port}", 421), ("127.0.0.1", 421), ($"localhost:{run.Address.Port}", 200), ($"127.0.0.1:{run.Address.Port}", 200) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, run.Address) { Headers = { Host = host } };
            Assert.Equal((host, status), (host, (int)(await _http.SendAsync(request, Cancel)).StatusCode));
        }
        Assert.StartsWith("HTTP/1.1 421 ", await AskAsync(run, $"GET {run.Address.AbsolutePath} HTTP/1.1\r\n\r\n"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 400 ", await AskAsync(run, $"GET {run.Address.AbsolutePath} HTTP/1.1\r\nHost: {run.Address.Authority}\r\nhost: evil\r\n\r\n"), StringComparison.Ordinal);
        if (OperatingSystem.IsLinux()) // where all of 127/8 is this machine: who listens everywhere would answer
            await Assert.ThrowsAsync<SocketException>(async () => await new TcpClient().ConnectAsync(IPAddress.Parse("127.0.0.2"), run.Address.Port, Cancel));
    }

    [Fact]
    public async Task NothingCanBeChanged()
    {
        var before = await File.ReadAllBytesAsync(GoFile, Cancel);
        await using (var run = await StartAsync(GoFile))
        {
            foreach (var method in new[] { "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "FROB" })
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(run.Address, "api/syncs"));
                var answer = await _http.SendAsync(request, Cancel);
                Assert.Equal((HttpStatusCode.MethodNotAllowed, "GET, HEAD"), (answer.StatusCode, string.Join(", ", answer.Content.Headers.Allow)));
            }
            using var head = await _http.SendAsync(new(HttpMethod.Head, run.Address), Cancel);
            Assert.True(head.Content.Headers.ContentLength > 500);
            Assert.Empty(await head.Content.ReadAsByteArrayAsync(Cancel));
        }
        Assert.Equal(before, await File.ReadAllBytesAsync(GoFile, Cancel));
    }

    [Fact]
    public async Task EveryAnswer_ForbidsTheBrowserWhatThePageDoesNotNeed()
    {
        await using var run = await StartAsync(GoFile);
        foreach (var path in new[] { "", "app.js", "pages/graph.js", "style.css", "icon.svg", "api/syncs", "api/nothing", "../", "/" })
        {
            using var answer = await _http.GetAsync(new Uri(run.Address, path), Cancel);
            string Header(string name) => Assert.Single(answer.Headers.GetValues(name));
            Assert.StartsWith("default-src 'none'; script-src 'self'; ", Header("Content-Security-Policy"), StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", Header("Content-Security-Policy"), StringComparison.Ordinal);
            Assert.Equal(("nosniff", "no-referrer", "DENY", "no-store"), (Header("X-Content-Type-Options"), Header("Referrer-Policy"), Header("X-Frame-Options"), Header("Cache-Control")));
            Assert.DoesNotContain("Access-Control-Allow-Origin", answer.Headers.Select(static header => header.Key));
        }
        Assert.Equal("text/javascript; charset=utf-8", (await _http.GetAsync(new Uri(run.Address, "app.js"), Cancel)).Content.Headers.ContentType!.ToString());
        Assert.Equal(HttpStatusCode.NotFound, (await _http.GetAsync(new Uri(run.Address, "nothing.js"), Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _http.GetAsync(new Uri(run.Address, "..%2f..%2fetc%2fpasswd"), Cancel)).StatusCode);
    }

    [Theory]
    [InlineData("nonsense\r\n\r\n", "HTTP/1.1 400 ")]
    [InlineData("GET http://127.0.0.1/ HTTP/1.1\r\n\r\n", "HTTP/1.1 400 ")]
    [InlineData("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n", "HTTP/1.1 400 ")]
    [InlineData("GET / HTTP/2.0\r\n\r\n", "HTTP/1.1 400 ")]
    [InlineData("\0\u0001\u0002\r\n\r\n", "HTTP/1.1 400 ")]
    [InlineData("GET / HTTP/1.1\r\nLong: {long}\r\n\r\n", "HTTP/1.1 431 ")]
    [InlineData("{long}", "HTTP/1.1 431 ")]
    public async Task WhatIsNoRequest_IsRefused(string text, string expected)
    {
        await using var run = await StartAsync(GoFile);
        Assert.StartsWith(expected, await AskAsync(run, text.Replace("{long}", new string('x', 40_000), StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await _http.GetAsync(run.Address, Cancel)).StatusCode);
    }

    [Fact]
    public async Task ConnectionsThatSayNothing_ArriveAtALimit_AndGoWithTheProgram()
    {
        var silent = new List<TcpClient>();
        await using (var run = await StartAsync(GoFile))
        {
            for (var i = 0; i < LocalServer.MostConnections; i++)
            {
                silent.Add(new());
                await silent[^1].ConnectAsync(IPAddress.Loopback, run.Address.Port, Cancel);
            }
            var waiting = _http.GetAsync(run.Address, Cancel);
            silent[0].Dispose();
            Assert.Equal(HttpStatusCode.OK, (await waiting).StatusCode);
        }
        Assert.Equal(0, await silent[1].GetStream().ReadAsync(new byte[1], Cancel));
        silent.ForEach(static client => client.Dispose());
    }

    [Fact]
    public void AnInvitation_WorksOnce()
    {
        var gate = new Gate(1234);
        HttpRequest Get(string address) => new("GET", new Uri(address).AbsolutePath, new Dictionary<string, string>(), "127.0.0.1:1234");
        var invitation = gate.Invite();
        Assert.DoesNotContain(new Uri(gate.Address).AbsolutePath.Trim('/'), invitation, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, new Uri(gate.Address).AbsolutePath), (gate.Refuse(Get(invitation), out _)!.Status, gate.Refuse(Get(gate.Invite()), out _)!.Location));
        Assert.Equal(HttpStatusCode.Forbidden, gate.Refuse(Get(invitation), out _)!.Status);
        Assert.Null(gate.Refuse(Get(gate.Address + "api/x"), out var path));
        Assert.Equal("api/x", path);
    }

    [Fact]
    public async Task Mistakes_AreToldAsSuch()
    {
        await using (var run = await StartAsync(GoFile))
        {
            await AssertErrorAsync(run, HttpStatusCode.NotFound, "there is no sync 1", "api/overview?sync=1");
            await AssertErrorAsync(run, HttpStatusCode.NotFound, "there is no resource user:nobody", "api/resource?type=user&id=nobody");
            await AssertErrorAsync(run, HttpStatusCode.NotFound, "there is no entitlement x", "api/entitlement?id=x");
            await AssertErrorAsync(run, HttpStatusCode.NotFound, "user:bob does not hold x", "api/why?type=user&id=bob&entitlement=x");
            await AssertErrorAsync(run, HttpStatusCode.BadRequest, "type is missing", "api/resource");
            await AssertErrorAsync(run, HttpStatusCode.BadRequest, "from is no number", "api/search?from=x");
            var taken = await RunAsync(null, "explorer", "-f", GoFile, "--no-open", "--port", $"{run.Address.Port}");
            Assert.Equal(2, taken.Code);
            Assert.Contains($"cannot listen on port {run.Address.Port}", taken.Error, StringComparison.Ordinal);
        }
        Assert.Contains("do not go together", (await RunAsync(null, "explorer", "--open", "--no-open")).Error, StringComparison.Ordinal);
        Assert.Contains("--watch does not go with explorer", (await RunAsync(null, "explorer", "--watch")).Error, StringComparison.Ordinal);
        Assert.Contains("--port takes a number", (await RunAsync(null, "explorer", "--port", "70000")).Error, StringComparison.Ordinal);
        Assert.Equal(2, (await RunAsync(null, "explorer", "-f", In("nothing.c1z"))).Code);
    }

    async Task AssertErrorAsync(ExplorerRun run, HttpStatusCode status, string message, string path)
    {
        using var answer = await _http.GetAsync(new Uri(run.Address, path), Cancel);
        Assert.Equal((status, message), (answer.StatusCode, (string?)(await answer.Content.ReadFromJsonAsync<JsonNode>(Cancel))!["error"]));
    }

    static async Task<string> AskAsync(ExplorerRun run, string text)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, run.Address.Port, Cancel);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(text), Cancel);
        client.Client.Shutdown(SocketShutdown.Send);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(Cancel);
    }
}
