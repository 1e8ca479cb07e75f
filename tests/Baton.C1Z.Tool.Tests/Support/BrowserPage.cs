using System.Text.Json.Nodes;

namespace Baton.C1ZTool.Tests;

/// <summary>A page in the browser, what it asked for, and what went wrong in it.</summary>
public sealed class BrowserPage(DevTools tools, string session, CancellationToken cancellationToken)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    readonly List<string> _requests = [];
    readonly List<string> _problems = [];

    /// <summary>Every address that it asked for.</summary>
    public IReadOnlyList<string> Requests
    {
        get
        {
            lock (_requests)
                return [.. _requests];
        }
    }

    /// <summary>Exceptions, and what the browser complained about.</summary>
    public IReadOnlyList<string> Problems
    {
        get
        {
            lock (_problems)
                return [.. _problems];
        }
    }

    internal async Task StartAsync(string address, bool isDark)
    {
        tools.Happened += Note;
        foreach (var domain in new[] { "Page", "Runtime", "Network", "Log" })
            await SendAsync($"{domain}.enable");
        await SendAsync("Emulation.setEmulatedMedia", new() { ["features"] = new JsonArray(new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = isDark ? "dark" : "light" }) });
        await SendAsync("Page.navigate", new() { ["url"] = address });
    }

    /// <summary>The value of an expression, or of the promise that it is.</summary>
    public async Task<JsonNode?> EvaluateAsync(string expression)
    {
        var answer = await SendAsync("Runtime.evaluate", new() { ["expression"] = expression, ["awaitPromise"] = true, ["returnByValue"] = true });
        return answer["exceptionDetails"] is { } exception ? throw new InvalidOperationException(exception.ToJsonString()) : answer["result"]!["value"];
    }

    public async Task<string> TextAsync(string selector = "main") => (string)(await EvaluateAsync($"document.querySelector({Quote(selector)}).innerText"))!;

    /// <summary>Waits until something is true of the page.</summary>
    public async Task UntilAsync(string condition)
    {
        var wait = $$"""new Promise(done => { const look = () => { let is = false; try { is = {{condition}}; } catch { } is ? done(true) : setTimeout(look, 20); }; look(); })""";
        try
        {
            await EvaluateAsync(wait).WaitAsync(Patience, cancellationToken);
        }
        catch (TimeoutException)
        {
            Assert.Fail($"{condition} did not come true; the page says: {await EvaluateAsync("location.hash + ' ' + document.body.innerText")}; {string.Join("; ", Problems)}");
        }
    }

    /// <summary>Goes to a page by its part of the address, and waits until it is shown.</summary>
    public async Task GoAsync(string hash)
    {
        await EvaluateAsync($"location.hash = {Quote(hash)}");
        await ShownAsync(hash);
    }

    public Task ShownAsync(string hash) => UntilAsync($"document.documentElement.dataset.ready === {Quote(hash)} && !document.getElementById('busy').classList.contains('on')");

    public async Task PressAsync(string key, int code)
    {
        foreach (var type in new[] { key.Length == 1 || key == "Enter" ? "keyDown" : "rawKeyDown", "keyUp" })
        {
            var press = new JsonObject { ["type"] = type, ["key"] = key, ["windowsVirtualKeyCode"] = code };
            if (type == "keyDown")
                press["text"] = key == "Enter" ? "\r" : key;
            await SendAsync("Input.dispatchKeyEvent", press);
        }
    }

    /// <summary>Makes the window so many pixels wide; 0 is its own width again.</summary>
    public Task WidthAsync(int pixels) => pixels == 0
        ? SendAsync("Emulation.clearDeviceMetricsOverride")
        : SendAsync("Emulation.setDeviceMetricsOverride", new() { ["width"] = pixels, ["height"] = 800, ["deviceScaleFactor"] = 1, ["mobile"] = false });

    public Task TypeAsync(string text) => SendAsync("Input.insertText", new() { ["text"] = text });

    /// <summary>Keeps a picture of the page in artifacts/explorer, for people.</summary>
    public async Task PictureAsync(string name)
    {
        var picture = await SendAsync("Page.captureScreenshot", new() { ["captureBeyondViewport"] = false });
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "../../../explorer"));
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, name + ".png"), Convert.FromBase64String((string)picture["data"]!), cancellationToken);
    }

    public static string Quote(string text) => JsonValue.Create(text).ToJsonString();

    Task<JsonNode> SendAsync(string method, JsonObject? parameters = null) => tools.SendAsync(method, parameters, session, cancellationToken);

    void Note(string from, string method, JsonNode parameters)
    {
        if (from != session)
            return;
        if (method == "Network.requestWillBeSent")
            Add(_requests, (string)parameters["request"]!["url"]!);
        else if (method == "Runtime.exceptionThrown")
            Add(_problems, parameters["exceptionDetails"]!.ToJsonString());
        else if (method == "Log.entryAdded" && (string?)parameters["entry"]!["level"] is "error" or "warning")
            Add(_problems, parameters["entry"]!.ToJsonString());
    }

    static void Add(List<string> list, string text)
    {
        lock (list)
            list.Add(text);
    }
}
