using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Baton.C1ZTool.Tests;

/// <summary>A browser without a window, for all tests of a class; it ends with them.</summary>
public sealed partial class Chromium : IAsyncLifetime
{
    static readonly TimeSpan TimeToStart = TimeSpan.FromSeconds(60);
    static readonly TimeSpan TimeToEnd = TimeSpan.FromSeconds(20);

    readonly DirectoryInfo _profile = Directory.CreateTempSubdirectory("baton-chromium");
    Process? _process;
    DevTools? _tools;

    public async ValueTask InitializeAsync()
    {
        try
        {
            _process = Process.Start(new ProcessStartInfo("chromium", Arguments()) { RedirectStandardError = true, RedirectStandardOutput = true, Environment = { ["HOME"] = _profile.FullName } })!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new InvalidOperationException("these tests need the browser chromium; as root, type: apt-get update && apt-get install -y --no-install-recommends chromium", e);
        }
        _process.BeginOutputReadLine();
        using var limit = new CancellationTokenSource(TimeToStart);
        while (await _process.StandardError.ReadLineAsync(limit.Token) is { } line)
        {
            if (Listening().Match(line) is not { Success: true } match)
                continue;
            _tools = await DevTools.ConnectAsync(new(match.Groups[1].Value), limit.Token);
            _ = _process.StandardError.ReadToEndAsync(CancellationToken.None); // a full pipe would stop it
            return;
        }
        throw new InvalidOperationException($"chromium ended with {_process.ExitCode} before it was there");
    }

    /// <summary>A page that shares nothing with others.</summary>
    public async Task<BrowserPage> OpenAsync(string address, bool isDark = false, CancellationToken cancellationToken = default)
    {
        var context = await _tools!.SendAsync("Target.createBrowserContext", [], null, cancellationToken);
        var target = await _tools.SendAsync("Target.createTarget", new() { ["url"] = "about:blank", ["browserContextId"] = (string?)context["browserContextId"], ["width"] = 1280, ["height"] = 900 }, null, cancellationToken);
        var session = await _tools.SendAsync("Target.attachToTarget", new() { ["targetId"] = (string?)target["targetId"], ["flatten"] = true }, null, cancellationToken);
        var page = new BrowserPage(_tools, (string)session["sessionId"]!, cancellationToken);
        await page.StartAsync(address, isDark);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(TimeToEnd);
        try
        {
            if (_tools is not null)
                await _tools.SendAsync("Browser.close", cancellationToken: limit.Token);
            if (_process is not null)
                await _process.WaitForExitAsync(limit.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or InvalidOperationException)
        {
            _process?.Kill(entireProcessTree: true); // which does nothing to one that went before it answered
            await _process!.WaitForExitAsync(CancellationToken.None);
        }
        if (_tools is not null)
            await _tools.DisposeAsync();
        _process?.Dispose();
        _profile.Delete(recursive: true);
    }

    string[] Arguments() =>
    [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--disable-default-apps", "--disable-extensions", "--mute-audio", "--hide-scrollbars", "--force-color-profile=srgb",
        "--remote-debugging-port=0", $"--user-data-dir={_profile.FullName}", "about:blank",
    ];

    [GeneratedRegex("^DevTools listening on (ws://.*)$")]
    private static partial Regex Listening();
}
