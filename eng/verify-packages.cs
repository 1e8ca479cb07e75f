// Checks the layout of the packed packages. Run by eng/verify-packages.sh: dotnet run eng/verify-packages.cs -- FOLDER VERSIONS REPOSITORY
#:property PublishAot=false
#:property GenerateDocumentationFile=false
#:property EnforceCodeStyleInBuild=false

using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

string[] libraries = ["Baton.Abstractions", "Baton.Protocol", "Baton.C1Z", "Baton.Runtime", "Baton.S3", "Baton.Testing"];
string[] frameworks = ["net10.0", "net9.0"];
var dependenciesWithin = new Dictionary<string, string[]>
{
    ["Baton.Abstractions"] = [],
    ["Baton.Protocol"] = ["Baton.Abstractions"],
    ["Baton.C1Z"] = ["Baton.Protocol"],
    ["Baton.Runtime"] = ["Baton.C1Z"],
    ["Baton.S3"] = ["Baton.C1Z"],
    ["Baton.Testing"] = ["Baton.Runtime"],
    ["Baton.Generators"] = ["Baton.Runtime"],
};

var problems = new List<string>();
var packages = Directory.GetFiles(args[0], "*.nupkg").Select(path => new Package(path)).ToDictionary(package => package.Id);
var version = packages.Values.Select(package => package.Version).Distinct().Single();

string[] others = ["Baton.Generators", "Baton.Templates", "Baton.C1Z.Tool"];
foreach (var id in libraries.Concat(others))
{
    if (packages.TryGetValue(id, out var package))
        CheckMetadata(package);
    else
        problems.Add($"{id}: there is no such package");
}
foreach (var id in packages.Keys.Except(libraries).Except(others))
    problems.Add($"{id}: a package that nobody asked for");
foreach (var package in libraries.Where(packages.ContainsKey).Select(id => packages[id]))
    CheckLibrary(package);
if (packages.TryGetValue("Baton.Generators", out var generators))
    CheckGenerators(generators);
if (packages.TryGetValue("Baton.Templates", out var templates))
    CheckTemplates(templates);
if (packages.TryGetValue("Baton.C1Z.Tool", out var tool))
    CheckTool(tool);
foreach (var package in packages.Values.Where(package => package.Id != "Baton.Generators"))
    Forbid(package, name => name.StartsWith("analyzers/", StringComparison.Ordinal), "only Baton.Generators may hold analyzers, else they run twice");

foreach (var problem in problems)
    Console.Error.WriteLine(problem);
if (problems.Count > 0)
    return 1;
Console.WriteLine($"{packages.Count} packages of version {version} have the layout they should");
return 0;

void CheckMetadata(Package package)
{
    Need(package, "README.md");
    Need(package, "icon.png");
    if (package.Length("README.md") < 200)
        problems.Add($"{package.Id}: its README is empty");
    foreach (var element in new[] { "description", "license", "readme", "icon", "authors", "tags" })
    {
        if (string.IsNullOrWhiteSpace(package.Value(element)))
            problems.Add($"{package.Id}: its nuspec has no <{element}>");
    }
    if (package.Value("license") != "Apache-2.0")
        problems.Add($"{package.Id}: its licence is {package.Value("license")}");
    if (package.Repository is not { Commit.Length: 40 } repository || repository.Address != args[2])
        problems.Add($"{package.Id}: its nuspec does not say of which commit, or of which repository, it is: {package.Repository}");
    if (package.Value("developmentDependency") is not null)
        problems.Add($"{package.Id}: a development dependency hides the runtime from whoever installs it");
    foreach (var (framework, dependency, dependencyVersion) in package.Dependencies.Where(row => row.Id.StartsWith("Baton.", StringComparison.Ordinal)))
    {
        if (dependencyVersion != version)
            problems.Add($"{package.Id}: depends on {dependency} {dependencyVersion} for {framework}, not on {version}");
    }
    if (!dependenciesWithin.TryGetValue(package.Id, out var expected))
        return;
    foreach (var framework in frameworks)
    {
        var actual = package.Dependencies.Where(row => row.Framework == framework && row.Id.StartsWith("Baton.", StringComparison.Ordinal)).Select(row => row.Id);
        if (!actual.SequenceEqual(expected))
            problems.Add($"{package.Id}: depends within Baton on [{string.Join(", ", actual)}] for {framework}, and should on [{string.Join(", ", expected)}]");
    }
}

void CheckLibrary(Package package)
{
    foreach (var framework in frameworks)
    {
        Need(package, $"lib/{framework}/{package.Id}.dll");
        Need(package, $"lib/{framework}/{package.Id}.xml");
    }
    if (package.Id == "Baton.C1Z")
    {
        Need(package, "buildTransitive/Baton.C1Z.props");
        Need(package, "buildTransitive/Baton.C1Z.targets");
    }
    if (package.Id == "Baton.S3")
    {
        foreach (var folder in new[] { "build", "buildTransitive" })
        {
            Need(package, $"{folder}/Baton.S3.targets");
            Need(package, $"{folder}/Baton.S3.Register.cs");
        }
    }
    Forbid(package, name => name.StartsWith("lib/", StringComparison.Ordinal) && !name.Contains($"/{package.Id}.", StringComparison.Ordinal), "only its own assembly belongs in lib");
    var symbols = System.IO.Path.ChangeExtension(package.Path, ".snupkg");
    if (!File.Exists(symbols))
        problems.Add($"{package.Id}: has no symbol package");
    else
        CheckSymbols(package, new Package(symbols));
}

void CheckSymbols(Package package, Package symbols)
{
    foreach (var framework in frameworks)
    {
        if (!symbols.Has($"lib/{framework}/{package.Id}.pdb"))
            problems.Add($"{package.Id}: its symbol package lacks a .pdb");
        else if (args[2].Length > 0 && !symbols.SourceLink($"lib/{framework}/{package.Id}.pdb").Contains(package.Repository!.Commit, StringComparison.Ordinal))
            problems.Add($"{package.Id}: its symbols for {framework} do not lead to the source");
        if (!package.IsReproducible($"lib/{framework}/{package.Id}.dll"))
            problems.Add($"{package.Id}: its assembly for {framework} is not deterministic");
    }
}

void CheckGenerators(Package package)
{
    Need(package, "analyzers/dotnet/cs/Baton.Generators.dll");
    Need(package, "analyzers/dotnet/cs/Baton.Generators.CodeFixes.dll");
    foreach (var folder in new[] { "build", "buildTransitive" })
    {
        Need(package, $"{folder}/Baton.Generators.props");
        Need(package, $"{folder}/Baton.Generators.targets");
    }
    Forbid(package, name => name.StartsWith("lib/", StringComparison.Ordinal), "it has no assembly to reference");
    Forbid(
        package,
        name => name.StartsWith("analyzers/", StringComparison.Ordinal) && name is not ("analyzers/dotnet/cs/Baton.Generators.dll" or "analyzers/dotnet/cs/Baton.Generators.CodeFixes.dll"),
        "the compiler would load it");

    // A newer Roslyn than the oldest supported compiler's is silently not loaded; Workspaces is not in the compiler at all.
    var floor = Version.Parse(XDocument.Load(args[1]).Descendants("RoslynFloorVersion").Single().Value);
    foreach (var assembly in package.Names.Where(name => name.StartsWith("analyzers/", StringComparison.Ordinal)))
    {
        foreach (var (reference, referenceVersion) in package.References(assembly))
        {
            if (reference.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) && (referenceVersion.Major, referenceVersion.Minor) != (floor.Major, floor.Minor))
                problems.Add($"{package.Id}: {assembly} references {reference} {referenceVersion}, and the floor is {floor}");
            if (assembly.EndsWith("/Baton.Generators.dll", StringComparison.Ordinal) && reference.Contains("Workspaces", StringComparison.Ordinal))
                problems.Add($"{package.Id}: {assembly} references {reference}, which the command-line compiler does not have");
            if (reference.StartsWith("Baton.", StringComparison.Ordinal) && reference != "Baton.Generators")
                problems.Add($"{package.Id}: {assembly} references {reference}, which the compiler cannot find");
        }
    }
}

void CheckTemplates(Package package)
{
    if (package.PackageType != "Template")
        problems.Add($"{package.Id}: its package type is {package.PackageType ?? "missing"}, not Template");
    string[] files = [".gitignore", ".editorconfig", ".dockerignore", "Directory.Build.props", "Directory.Packages.props", "README.md", "AGENTS.md", "Dockerfile"];
    foreach (var file in files)
        Need(package, $"content/baton-connector/{file}");
    foreach (var template in new[] { "baton-connector", "baton-resource", "baton-action", "baton-event-feed" })
        Need(package, $"content/{template}/.template.config/template.json");
    Forbid(package, name => name.Contains("/bin/", StringComparison.Ordinal) || name.Contains("/obj/", StringComparison.Ordinal), "build output");
    if (!package.Text("content/baton-connector/Directory.Packages.props").Contains($"<BatonVersion>{version}</BatonVersion>", StringComparison.Ordinal))
        problems.Add($"{package.Id}: the template does not use version {version}");
}

void CheckTool(Package package)
{
    if (package.PackageType != "DotnetTool")
        problems.Add($"{package.Id}: its package type is {package.PackageType ?? "missing"}, not DotnetTool");
    foreach (var file in new[] { "DotnetToolSettings.xml", "baton-c1z.dll", "Baton.C1Z.dll", "runtimes/linux-x64/native/libe_sqlite3.so" })
        Need(package, $"tools/net10.0/any/{file}");
}

void Need(Package package, string name)
{
    if (!package.Has(name))
        problems.Add($"{package.Id}: has no {name}");
}

void Forbid(Package package, Func<string, bool> matches, string reason)
{
    foreach (var name in package.Names.Where(matches))
        problems.Add($"{package.Id}: holds {name}: {reason}");
}

/// <summary>A .nupkg or .snupkg.</summary>
sealed class Package
{
    readonly XElement _metadata;

    public Package(string path)
    {
        Path = path;
        using var zip = ZipFile.OpenRead(path);
        Names = [.. zip.Entries.Select(entry => entry.FullName)];
        using var nuspec = zip.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        _metadata = XDocument.Load(nuspec).Root!.Elements().Single(element => element.Name.LocalName == "metadata");
    }

    public string Path { get; }

    public IReadOnlyList<string> Names { get; }

    public string Id => Value("id")!;

    public string Version => Value("version")!;

    public string? PackageType => _metadata.Descendants().FirstOrDefault(element => element.Name.LocalName == "packageType")?.Attribute("name")?.Value;

    public Repository? Repository => _metadata.Elements().FirstOrDefault(element => element.Name.LocalName == "repository") is { } element
        ? new(element.Attribute("url")?.Value ?? "", element.Attribute("commit")?.Value ?? "")
        : null;

    public IEnumerable<(string Framework, string Id, string Version)> Dependencies =>
        from dependency in _metadata.Descendants().Where(element => element.Name.LocalName == "dependency")
        select (dependency.Parent?.Attribute("targetFramework")?.Value ?? "", dependency.Attribute("id")!.Value, dependency.Attribute("version")!.Value);

    public string? Value(string element) => _metadata.Elements().FirstOrDefault(candidate => candidate.Name.LocalName == element)?.Value;

    public bool Has(string name) => Names.Contains(name);

    public string Text(string name) => Has(name) ? System.Text.Encoding.UTF8.GetString(Bytes(name)) : "";

    public long Length(string name) => Has(name) ? Bytes(name).Length : 0;

    public IReadOnlyList<(string Name, Version Version)> References(string assembly)
    {
        using var image = new PEReader(new MemoryStream(Bytes(assembly)));
        var metadata = image.GetMetadataReader();
        return
        [
            .. metadata.AssemblyReferences.Select(handle => metadata.GetAssemblyReference(handle))
                .Select(reference => (metadata.GetString(reference.Name), reference.Version)),
        ];
    }

    public bool IsReproducible(string assembly)
    {
        using var image = new PEReader(new MemoryStream(Bytes(assembly)));
        return image.ReadDebugDirectory().Any(entry => entry.Type == DebugDirectoryEntryType.Reproducible);
    }

    /// <summary>Where debuggers find the source: JSON inside the symbols.</summary>
    public string SourceLink(string symbols)
    {
        using var provider = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(Bytes(symbols)));
        var reader = provider.GetMetadataReader();
        return reader.CustomDebugInformation.Select(reader.GetCustomDebugInformation)
            .Where(information => reader.GetGuid(information.Kind) == new Guid("CC110556-A091-4D38-9FEC-25AB9A351A6A"))
            .Select(information => System.Text.Encoding.UTF8.GetString(reader.GetBlobBytes(information.Value))).SingleOrDefault("");
    }

    byte[] Bytes(string name)
    {
        using var zip = ZipFile.OpenRead(Path);
        using var stream = zip.GetEntry(name)!.Open();
        var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        return buffer.ToArray();
    }
}

/// <summary>Where the source of a package is.</summary>
sealed record Repository(string Address, string Commit);
