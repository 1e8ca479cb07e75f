using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Baton.Health;
using Baton.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Baton.Service.Tests.Health;

public sealed class HealthTests
{
    [Theory]
    [InlineData("/health", "healthy")]
    [InlineData("/ready", "ready")]
    [InlineData("/live?x=1", "alive")]
    public async Task A_healthy_service_says_so(string path, string status)
    {
        using var server = Start(static _ => Task.CompletedTask);
        using var client = new HttpClient();
        using var response = await client.GetAsync(new Uri($"http://{server.Address}{path}"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal(status, json.RootElement.Text("status"));
        Assert.Equal("2026-01-02T03:04:05Z", json.RootElement.Text("timestamp"));
    }

    [Fact]
    public async Task A_failing_connector_is_unhealthy_and_alive()
    {
        using var server = Start(static _ => throw new ConnectorException(ErrorCode.Unavailable, "no line with s3cr3t-value"), "s3cr3t-value");
        using var client = new HttpClient();
        using var response = await client.GetAsync(new Uri($"http://{server.Address}/health"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal("unhealthy", json.RootElement.Text("status"));
        Assert.Equal("no line with [redacted]", json.RootElement.GetProperty("details").Text("validation_error"));
        using var alive = await client.GetAsync(new Uri($"http://{server.Address}/live"));
        Assert.Equal(HttpStatusCode.OK, alive.StatusCode);
    }

    [Theory]
    [InlineData("GET /other HTTP/1.1\r\n\r\n", "HTTP/1.1 404 ")]
    [InlineData("POST /live HTTP/1.1\r\n\r\n", "HTTP/1.1 405 ")]
    [InlineData("nonsense\r\n\r\n", "HTTP/1.1 400 ")]
    [InlineData("\r\n\r\n", "HTTP/1.1 400 ")]
    [InlineData("HEAD /live HTTP/1.0\r\nA: b\r\n\r\n", "HTTP/1.1 200 ")]
    public async Task Other_requests_are_refused(string request, string answer)
    {
        using var server = Start(static _ => Task.CompletedTask);
        Assert.StartsWith(answer, await SendAsync(server, request), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Silent_and_endless_clients_do_not_keep_others_out()
    {
        using var server = Start(static _ => Task.CompletedTask);
        using var silent = new TcpClient();
        await silent.ConnectAsync((IPEndPoint)server.Address);
        for (var i = 0; i < 40; i++)
            Assert.StartsWith("HTTP/1.1 400 ", await SendAsync(server, new string('x', 9000)), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 200 ", await SendAsync(server, "GET /live HTTP/1.1\r\n\r\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_port_in_use_is_an_error_that_names_it()
    {
        using var server = Start(static _ => Task.CompletedTask);
        var port = ((IPEndPoint)server.Address).Port;
        var failure = Assert.Throws<ConnectorException>(() => HealthServer.Start("127.0.0.1", port, Checks(static _ => Task.CompletedTask), NullLogger.Instance));
        Assert.Contains($"127.0.0.1:{port}", failure.Message, StringComparison.Ordinal);
        Assert.Throws<ConnectorException>(() => HealthServer.Start("example", 0, Checks(static _ => Task.CompletedTask), NullLogger.Instance));
    }

    static HealthServer Start(Func<CancellationToken, Task> validate, params string[] secrets) =>
        HealthServer.Start("127.0.0.1", 0, Checks(validate, secrets), NullLogger.Instance);

    static HealthChecks Checks(Func<CancellationToken, Task> validate, params string[] secrets)
    {
        var redactor = new SecretRedactor();
        redactor.Add(secrets);
        return new(validate, redactor, new FakeTime { Skips = false });
    }

    static async Task<string> SendAsync(HealthServer server, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync((IPEndPoint)server.Address);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
        var answer = new char[64];
        return new string(answer, 0, await reader.ReadBlockAsync(answer));
    }
}
