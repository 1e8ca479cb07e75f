using System.Net;

namespace Baton.C1ZTool.Explorer;

/// <summary>The files of the page, which are part of the program.</summary>
static class Assets
{
    const string Prefix = "explorer/";

    static readonly Dictionary<string, HttpReply> Files = Read();

    public static HttpReply? Find(string path) => Files.GetValueOrDefault(path.Length == 0 ? "index.html" : path);

    static Dictionary<string, HttpReply> Read()
    {
        var assembly = typeof(Assets).Assembly;
        var files = new Dictionary<string, HttpReply>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(static name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            files.Add(name[Prefix.Length..].Replace('\\', '/'), new(HttpStatusCode.OK, Type(name), content));
        }
        return files;
    }

    static string Type(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        var other => throw new InvalidOperationException($"{name}: what is {other}?"),
    };
}
