using System.Text;
using System.Text.Json.Nodes;
using Baton.C1Z;
using Baton.Protocol.Connector.V2;

namespace Baton.C1ZTool.Tests;

/// <summary>Runs command lines in a folder of their own.</summary>
public abstract class ToolTest : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("baton-c1z-tool-tests");

    private protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A file that Go wrote: alice and bob are in eng, which has the role admin.</summary>
    private protected static string GoFile => Path.Combine(AppContext.BaseDirectory, "example-go.c1z");

    private protected string In(string name) => Path.Combine(_folder.FullName, name);

    private protected C1ZOptions Options => new() { TempDirectory = _folder.CreateSubdirectory("temp").FullName };

    public void Dispose()
    {
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.CreateSubdirectory("temp").FullName));
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected async Task<(int Code, string Output, string Error)> RunAsync(int? width, params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var code = await Tool.RunAsync(args, new() { Output = output, Error = error, OutputWidth = width, Options = Options }, Cancel);
        return (code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    /// <summary>Runs what must succeed.</summary>
    private protected async Task<string> OutputAsync(params string[] args)
    {
        var (code, output, error) = await RunAsync(null, args);
        Assert.True(code == 0, $"{string.Join(' ', args)} ended with {code}: {error}");
        Assert.Equal("", error);
        return output;
    }

    private protected async Task<JsonNode> JsonAsync(params string[] args) => JsonNode.Parse(await OutputAsync([.. args, "-o", "json"]))!;

    private protected async Task<string[]> LinesAsync(params string[] args) => (await OutputAsync(args)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A file with one finished sync for each list of resources; all have the group eng with a member entitlement, and who is in it.</summary>
    private protected async Task<string> WriteAsync(string name, params (Resource[] Resources, string[] Members)[] syncs)
    {
        var path = In(name);
        await using var file = await C1ZFile.OpenAsync(path, Options, Cancel);
        var group = new Resource { Id = new() { ResourceType = "group", Resource = "eng" }, DisplayName = "Engineering" };
        var member = new Entitlement { Id = "group:eng:member", Slug = "member", DisplayName = "Engineering Member", Resource = group };
        foreach (var (resources, members) in syncs)
        {
            file.StartSync(SyncType.Full);
            Put(file, RowKind.ResourceType, [new() { Id = "user", DisplayName = "User" }, new ResourceType { Id = "group", DisplayName = "Group" }], MessageRows.Add);
            Put(file, RowKind.Resource, [group, .. resources], MessageRows.Add);
            Put(file, RowKind.Entitlement, [member], MessageRows.Add);
            Put(file, RowKind.Grant, [.. members.Select(m => new Grant { Id = $"group:eng:member:user:{m}", Entitlement = member, Principal = User(m, m) })], MessageRows.Add);
            file.EndSync();
        }
        await file.SaveAsync(Cancel);
        return path;
    }

    private protected static Resource User(string id, string name) => new() { Id = new() { ResourceType = "user", Resource = id }, DisplayName = name };

    private protected static void Put<T>(C1ZFile file, RowKind kind, T[] messages, Action<RowBatch, T> add)
    {
        using var batch = new RowBatch(kind);
        foreach (var message in messages)
            add(batch, message);
        file.Put(batch);
    }
}
