// Writes the bills of materials of a release, as SPDX 2.3 in JSON: one of the packages, one of the native programs; what restored into them.
//   dotnet run eng/sbom.cs -- FOLDER VERSION RID COMMIT REPOSITORY SECONDS ASSETS [NAME@VERSION=LICENCE...]
// FOLDER holds the packages and archives, ASSETS what restored (packages/*.json, native/*.json: project.assets.json of each); the rest
// names libraries that are linked into native programs.
// What it says comes from the project.assets.json of the builds; nothing in it differs between two builds of one commit.
#:property PublishAot=false
#:property GenerateDocumentationFile=false
#:property EnforceCodeStyleInBuild=false

using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;

var (folder, version, rid, commit, repository, seconds, assets) = (args[0], args[1], args[2], args[3], args[4], args[5], args[6]);
var linked = args[7..].Select(Linked.Parse).ToArray();
var packages = Read("packages").ToDictionary(project => project.Name);
var programs = Read("native").ToDictionary(project => Path.GetFileNameWithoutExtension(project.Path));
var document = new Document();
foreach (var file in Directory.GetFiles(folder, "*.nupkg").Order(StringComparer.Ordinal))
{
    var name = Path.GetFileName(file)[..^$".{version}.nupkg".Length];
    var project = packages[name];
    var id = document.Add(OurOwn(name, $"pkg:nuget/{name}@{version}", file));
    document.Relate("SPDXRef-DOCUMENT", "DESCRIBES", id);
    foreach (var (own, used) in project.Shipped().SelectMany(row => row.Uses.Select(used => (row.Name, used))))
        document.Relate(own == name ? id : Reference(project, own), "DEPENDS_ON", Reference(project, used));
}
await WriteAsync($"baton-packages-{version}");

document = new Document();
foreach (var file in Directory.GetFiles(folder, $"*-{version}-{rid}.tar.gz").Order(StringComparer.Ordinal))
{
    var name = Path.GetFileName(file)[..^$"-{version}-{rid}.tar.gz".Length];
    var project = programs[name];
    var id = document.Add(OurOwn(name, $"pkg:generic/{name}@{version}?platform={rid}", file));
    document.Relate("SPDXRef-DOCUMENT", "DESCRIBES", id);
    // SQLite is linked from the system, so that its package's own copy is left out; the runtime is linked from the compiler's package.
    foreach (var (part, _) in project.Shipped().Where(row => row.Name != project.Name && !row.Name.StartsWith("SQLitePCLRaw.lib.", StringComparison.Ordinal)))
        document.Relate(id, "CONTAINS", Reference(project, part));
    foreach (var runtime in project.Runtime())
        document.Relate(id, "STATIC_LINK", Reference(project, runtime));
    foreach (var library in linked)
        document.Relate(id, "STATIC_LINK", document.Add(Foreign(library.Name, library.Version, $"pkg:generic/{library.Name}@{library.Version}", library.Licence, null)));
}
await WriteAsync($"baton-native-{version}-{rid}");

async Task WriteAsync(string name)
{
    if (document.Count == 0)
        return;
    var created = DateTimeOffset.FromUnixTimeSeconds(long.Parse(seconds, CultureInfo.InvariantCulture)).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
    await File.WriteAllTextAsync(Path.Combine(folder, $"{name}.spdx.json"), document.Text(name, $"{repository}/spdx/{name}-{commit}", created) + "\n");
    Console.WriteLine($"{name}.spdx.json: {document.Count} components");
}

IEnumerable<Assets> Read(string kind) => Directory.Exists(Path.Combine(assets, kind))
    ? Directory.GetFiles(Path.Combine(assets, kind), "*.json").Select(path => new Assets(path))
    : [];

string Reference(Assets project, string name)
{
    if (project.Find(name) is not { } library)
        throw new InvalidOperationException($"{project.Path} does not say which {name} was used");
    if (library.IsProject)
    {
        // Part of another package of ours, or in the native program itself.
        var file = Path.Combine(folder, $"{name}.{version}.nupkg");
        return document.Add(OurOwn(name, $"pkg:nuget/{name}@{version}", File.Exists(file) ? file : null));
    }
    return document.Add(Foreign(name, library.Version, $"pkg:nuget/{name}@{library.Version}", project.Licence(library), project.Archive(library)));
}

JsonObject OurOwn(string name, string location, string? file)
{
    var package = Component(name, version, location, $"git+{repository}@{commit}", "Apache-2.0");
    if (file is not null)
    {
        package["packageFileName"] = Path.GetFileName(file);
        package["checksums"] = Checksum("SHA256", SHA256.HashData(File.ReadAllBytes(file)));
    }
    package["supplier"] = "Organization: Baton for .NET contributors";
    return package;
}

static JsonObject Foreign(string name, string version, string location, string licence, string? archive)
{
    var package = Component(name, version, location, "NOASSERTION", licence);
    if (archive is not null)
        package["checksums"] = Checksum("SHA512", SHA512.HashData(File.ReadAllBytes(archive)));
    package["supplier"] = "NOASSERTION";
    return package;
}

static JsonObject Component(string name, string version, string location, string download, string licence) => new()
{
    ["SPDXID"] = $"SPDXRef-{string.Concat($"{location.Split('/')[0][4..]}-{name}-{version}".Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' ? c : '-'))}",
    ["name"] = name,
    ["versionInfo"] = version,
    ["downloadLocation"] = download,
    ["filesAnalyzed"] = false,
    ["licenseConcluded"] = "NOASSERTION",
    ["licenseDeclared"] = licence,
    ["copyrightText"] = "NOASSERTION",
    ["externalRefs"] = new JsonArray(new JsonObject
    {
        ["referenceCategory"] = "PACKAGE-MANAGER",
        ["referenceType"] = "purl",
        ["referenceLocator"] = location,
    }),
};

static JsonArray Checksum(string algorithm, byte[] hash) =>
    new(new JsonObject { ["algorithm"] = algorithm, ["checksumValue"] = Convert.ToHexStringLower(hash) });

/// <summary>A library that is linked into native programs, as an argument: NAME@VERSION=LICENCE.</summary>
sealed record Linked(string Name, string Version, string Licence)
{
    public static Linked Parse(string text) => text.Split(['@', '=']) is [var name, var version, var licence]
        ? new(name, version, licence)
        : throw new ArgumentException($"{text} is not NAME@VERSION=LICENCE");
}

/// <summary>What restored for a project.</summary>
sealed class Assets
{
    readonly JsonElement _root;

    public Assets(string path)
    {
        Path = path;
        _root = JsonDocument.Parse(File.ReadAllBytes(path)).RootElement;
        Name = _root.GetProperty("project").GetProperty("restore").GetProperty("projectName").GetString()!;
    }

    public string Path { get; }

    public string Name { get; }

    /// <summary>The project and the libraries that reach its users, with what each of them uses: what stays at home (PrivateAssets) is left out.</summary>
    public IEnumerable<(string Name, IReadOnlyList<string> Uses)> Shipped()
    {
        var uses = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var framework in _root.GetProperty("project").GetProperty("frameworks").EnumerateObject())
        {
            var direct = _root.GetProperty("projectFileDependencyGroups").GetProperty(framework.Name).EnumerateArray()
                .Select(row => row.GetString()!.Split(' ')[0]).Where(name => !StaysAtHome(framework.Value, name));
            var queue = new Queue<(string User, string Used)>(direct.Select(name => (Name, name)));
            uses.TryAdd(Name, new(StringComparer.Ordinal));
            while (queue.TryDequeue(out var edge))
            {
                if (Find(edge.Used) is not { } found)
                    continue; // part of the framework
                uses[edge.User].Add(found.Name);
                if (!uses.TryAdd(found.Name, new(StringComparer.Ordinal)))
                    continue;
                foreach (var next in Targets().SelectMany(target => target.EnumerateObject())
                    .Where(library => library.Name.Split('/')[0] == found.Name && library.Value.TryGetProperty("dependencies", out _))
                    .SelectMany(library => library.Value.GetProperty("dependencies").EnumerateObject()).Select(next => next.Name).Distinct())
                    queue.Enqueue((found.Name, next));
            }
        }
        return uses.Select(row => (row.Key, (IReadOnlyList<string>)[.. row.Value]));
    }

    /// <summary>The packages that the .NET runtime of a native program is linked from.</summary>
    public IEnumerable<string> Runtime() => _root.GetProperty("libraries").EnumerateObject()
        .Select(library => library.Name.Split('/')[0])
        .Where(name => name.StartsWith("runtime.", StringComparison.OrdinalIgnoreCase) && name.EndsWith(".Microsoft.DotNet.ILCompiler", StringComparison.OrdinalIgnoreCase));

    public Library? Find(string name) => _root.GetProperty("libraries").EnumerateObject()
        .Where(library => string.Equals(library.Name.Split('/')[0], name, StringComparison.OrdinalIgnoreCase))
        .Select(library => new Library(library.Name.Split('/')[0], library.Name.Split('/')[1], library.Value.GetProperty("type").GetString() == "project"))
        .FirstOrDefault();

    public string? Archive(Library library) => InCache(library, $"{library.Name}.{library.Version}.nupkg");

    public string Licence(Library library) => InCache(library, $"{library.Name}.nuspec") is { } file
        && XDocument.Load(file).Descendants().FirstOrDefault(e => e.Name.LocalName == "license" && e.Attribute("type")?.Value == "expression")?.Value is { } licence
            ? licence
            : "NOASSERTION";

    string? InCache(Library library, string file) => _root.GetProperty("packageFolders").EnumerateObject()
        .Select(cache => System.IO.Path.Combine(cache.Name, library.Name.ToLowerInvariant(), library.Version, file.ToLowerInvariant()))
        .FirstOrDefault(File.Exists);

    IEnumerable<JsonElement> Targets() => _root.GetProperty("targets").EnumerateObject().Select(target => target.Value);

    static bool StaysAtHome(JsonElement framework, string name) =>
        framework.TryGetProperty("dependencies", out var dependencies) && dependencies.TryGetProperty(name, out var dependency)
        && dependency.TryGetProperty("suppressParent", out var suppressed) && suppressed.GetString() == "All";
}

/// <summary>A package, or another project.</summary>
sealed record Library(string Name, string Version, bool IsProject);

/// <summary>An SPDX document in the making: components once each, in the order of their ids.</summary>
sealed class Document
{
    readonly SortedDictionary<string, JsonObject> _packages = new(StringComparer.Ordinal);
    readonly SortedSet<(string From, string Kind, string To)> _relations = [];

    public int Count => _packages.Count;

    public string Add(JsonObject package)
    {
        var id = package["SPDXID"]!.GetValue<string>();
        if (!_packages.TryAdd(id, package) && package["packageFileName"] is not null)
            _packages[id] = package;
        return id;
    }

    public void Relate(string from, string kind, string to) => _relations.Add((from, kind, to));

    public string Text(string name, string space, string created) => new JsonObject
    {
        ["spdxVersion"] = "SPDX-2.3",
        ["dataLicense"] = "CC0-1.0",
        ["SPDXID"] = "SPDXRef-DOCUMENT",
        ["name"] = name,
        ["documentNamespace"] = space,
        ["creationInfo"] = new JsonObject { ["created"] = created, ["creators"] = new JsonArray("Organization: Baton for .NET contributors", "Tool: eng/sbom.cs") },
        ["packages"] = new JsonArray([.. _packages.Values]),
        ["relationships"] = new JsonArray(
        [
            .. _relations.Select(relation => new JsonObject
            {
                ["spdxElementId"] = relation.From,
                ["relationshipType"] = relation.Kind,
                ["relatedSpdxElement"] = relation.To,
            }),
        ]),
    }.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
}
