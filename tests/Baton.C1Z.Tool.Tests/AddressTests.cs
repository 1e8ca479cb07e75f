using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Baton.C1ZTool.Tests;

/// <summary>Files in S3, through the program as it is installed: what is registered at its start counts.</summary>
public sealed class AddressTests : ToolTest
{
    [Fact]
    public async Task AFile_AtAnAddress_IsReadLikeAnyOther()
    {
        using var server = Start();
        var serving = ServeAsync(server);
        var endpoint = server.Prefixes.Single();
        Assert.Equal((0, await OutputAsync("grants", "-f", GoFile), ""), await RunProgramAsync(endpoint, "grants", "-f", "s3://bucket/sync.c1z"));
        Assert.Equal((2, "", "error: there is no file s3://bucket/other.c1z\n"), await RunProgramAsync(endpoint, "grants", "-f", "s3://bucket/other.c1z"));
        server.Stop();
        await serving;
    }

    static HttpListener Start()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        var server = new HttpListener { Prefixes = { $"http://127.0.0.1:{port}/" } };
        server.Start();
        return server;
    }

    /// <summary>As much of S3 as reading one object takes.</summary>
    static async Task ServeAsync(HttpListener server)
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await server.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return; // stopped
            }
            var isThere = context.Request.Url!.AbsolutePath == "/bucket/sync.c1z";
            var content = isThere ? await File.ReadAllBytesAsync(GoFile, Cancel) : Encoding.UTF8.GetBytes("<Error><Code>NoSuchKey</Code><Message>no</Message></Error>");
            context.Response.StatusCode = isThere ? 200 : 404;
            context.Response.ContentLength64 = content.Length;
            context.Response.Headers["ETag"] = "\"1\"";
            await context.Response.OutputStream.WriteAsync(content, Cancel);
            context.Response.Close();
        }
    }

    async Task<(int Code, string Output, string Error)> RunProgramAsync(string endpoint, params string[] arguments)
    {
        using var program = new Process { StartInfo = new("dotnet", ["exec", typeof(Tool).Assembly.Location, .. arguments]) };
        var start = program.StartInfo;
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        foreach (var name in start.Environment.Keys.Where(static name => name.StartsWith("AWS_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        string[] settings = ["BATON_TMPDIR", Options.TempDirectory!, "HOME", In("."), "AWS_ENDPOINT_URL", endpoint, "AWS_ACCESS_KEY_ID", "id", "AWS_SECRET_ACCESS_KEY", "secret"];
        foreach (var pair in settings.Chunk(2))
            start.Environment[pair[0]] = pair[1];
        program.Start();
        var (output, error) = (program.StandardOutput.ReadToEndAsync(Cancel), program.StandardError.ReadToEndAsync(Cancel));
        await program.WaitForExitAsync(Cancel);
        return (program.ExitCode, await output, await error);
    }
}
