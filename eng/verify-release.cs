// Checks what a release consists of: that the checksums hold, and that the bills of materials are valid SPDX 2.3 and tell the truth.
//   dotnet run eng/verify-release.cs -- FOLDER VERSION
#:property PublishAot=false
#:property GenerateDocumentationFile=false
#:property EnforceCodeStyleInBuild=false

using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;

var (folder, version) = (args[0], args[1]);
var problems = new List<string>();
var files = Directory.GetFiles(folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal).ToArray();
var hashes = files.ToDictionary(file => file, file => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, file)))));

CheckSums();
foreach (var archive in files.Where(file => file.EndsWith(".tar.gz", StringComparison.Ordinal)))
    CheckArchive(archive);
var components = 0;
var described = new List<(string File, string Hash)>();
foreach (var file in files.Where(file => file.EndsWith(".spdx.json", StringComparison.Ordinal)))
{
    using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, file)));
    CheckDocument(document.RootElement);
    CheckComponents(document.RootElement);
    CheckRelations(document.RootElement);
}
foreach (var file in files.Where(file => file.EndsWith(".nupkg", StringComparison.Ordinal) || file.EndsWith(".tar.gz", StringComparison.Ordinal)))
    Need(described.Where(component => component.File == file).Select(component => component.Hash).Distinct().SequenceEqual([hashes[file]]), $"SPDX: {file} is missing, or has another sum");

foreach (var problem in problems)
    Console.Error.WriteLine(problem);
if (problems.Count > 0)
    return 1;
Console.WriteLine($"{files.Length} files of release {version}: checksums hold, the bills of materials name {components} components");
return 0;

void Need(bool condition, string problem)
{
    if (!condition)
        problems.Add(problem);
}

void CheckSums()
{
    var stated = File.ReadLines(Path.Combine(folder, "SHA256SUMS")).Select(line => line.Split("  ")).ToDictionary(parts => parts[1], parts => parts[0]);
    foreach (var file in files.Where(file => file != "SHA256SUMS"))
        Need(stated.GetValueOrDefault(file) == hashes[file], $"SHA256SUMS: {file} has another sum, or none");
    Need(stated.Count == files.Length - 1, "SHA256SUMS: names files that are not there");
    foreach (var file in files.Where(file => file != "SHA256SUMS"))
        Need(file.Contains(version, StringComparison.Ordinal), $"{file}: its name lacks the version");
}

void CheckArchive(string archive)
{
    using var reader = new TarReader(new GZipStream(File.OpenRead(Path.Combine(folder, archive)), CompressionMode.Decompress));
    var top = archive[..^".tar.gz".Length];
    var program = top[..top.IndexOf($"-{version}-", StringComparison.Ordinal)] + (top.Contains($"-{version}-win-", StringComparison.Ordinal) ? ".exe" : "");
    var entries = new Dictionary<string, TarEntry>();
    while (reader.GetNextEntry() is { } entry)
        entries[entry.Name] = entry;
    foreach (var name in new[] { program, "README.md", "LICENSE" })
        Need(entries.ContainsKey($"{top}/{name}"), $"{archive}: has no {top}/{name}");
    Need(entries.TryGetValue($"{top}/{program}", out var file) && (file.Mode & UnixFileMode.OtherExecute) != 0, $"{archive}: its program cannot be executed");
    Need(entries.Values.All(entry => entry is { Uid: 0, Gid: 0 }), $"{archive}: says who built it");
}

void CheckDocument(JsonElement root)
{
    foreach (var (property, expected) in new[] { ("spdxVersion", "SPDX-2.3"), ("dataLicense", "CC0-1.0"), ("SPDXID", "SPDXRef-DOCUMENT") })
        Need(Text(root, property) == expected, $"SPDX: {property} is not {expected}");
    Need(Text(root, "name").Length > 0, "SPDX: the document has no name");
    Need(Uri.TryCreate(Text(root, "documentNamespace"), UriKind.Absolute, out var space) && space.Fragment.Length == 0, "SPDX: documentNamespace is not an address");
    var creation = root.GetProperty("creationInfo");
    Need(Regex.IsMatch(Text(creation, "created"), @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"), "SPDX: created is not a time in UTC");
    Need(creation.GetProperty("creators").EnumerateArray().All(creator => Regex.IsMatch(creator.GetString()!, "^(Person|Organization|Tool): .+")), "SPDX: a creator has no kind");
}

void CheckComponents(JsonElement root)
{
    var lengths = new Dictionary<string, int> { ["SHA256"] = 64, ["SHA512"] = 128 };
    var ids = new HashSet<string>();
    foreach (var package in root.GetProperty("packages").EnumerateArray())
    {
        components++;
        var id = Text(package, "SPDXID");
        Need(Regex.IsMatch(id, "^SPDXRef-[A-Za-z0-9.-]+$") && ids.Add(id), $"SPDX: {id} is not an id, or not one of its own");
        foreach (var property in new[] { "name", "versionInfo", "downloadLocation", "licenseConcluded", "licenseDeclared", "copyrightText", "supplier" })
            Need(Text(package, property).Length > 0, $"SPDX: {id} has no {property}");
        Need(Regex.IsMatch(Text(package, "downloadLocation"), @"^(NOASSERTION|NONE|(git\+)?https://\S+@[0-9a-f]{40})$"), $"SPDX: {id} says wrongly where it is from");
        Need(!package.GetProperty("filesAnalyzed").GetBoolean(), $"SPDX: {id} should list its files");
        Need(package.GetProperty("externalRefs").EnumerateArray().Any(reference => Regex.IsMatch(Text(reference, "referenceLocator"), @"^pkg:[a-z]+/[^@\s]+@\S+$")), $"SPDX: {id} has no purl");
        if (package.TryGetProperty("checksums", out var checksums))
        {
            foreach (var sum in checksums.EnumerateArray())
                Need(Text(sum, "checksumValue").Length == lengths.GetValueOrDefault(Text(sum, "algorithm")), $"SPDX: {id} has a checksum of the wrong length");
            if (Text(package, "packageFileName") is { Length: > 0 } file)
                described.Add((file, Text(checksums[0], "checksumValue")));
        }
    }
}

void CheckRelations(JsonElement root)
{
    var ids = root.GetProperty("packages").EnumerateArray().Select(package => Text(package, "SPDXID")).Append("SPDXRef-DOCUMENT").ToHashSet();
    var relations = root.GetProperty("relationships").EnumerateArray()
        .Select(relation => (From: Text(relation, "spdxElementId"), Kind: Text(relation, "relationshipType"), To: Text(relation, "relatedSpdxElement"))).ToArray();
    foreach (var (from, kind, to) in relations)
    {
        Need(ids.Contains(from) && ids.Contains(to), $"SPDX: {from} {kind} {to} relates what is not there");
        Need(kind is "DESCRIBES" or "DEPENDS_ON" or "CONTAINS" or "STATIC_LINK", $"SPDX: {kind} is not a relationship");
    }
    var reached = new HashSet<string> { "SPDXRef-DOCUMENT" };
    for (var grows = true; grows;)
    {
        grows = false;
        foreach (var (from, _, to) in relations)
            grows |= reached.Contains(from) && reached.Add(to);
    }
    Need(reached.Count == ids.Count, $"SPDX: nothing uses {string.Join(", ", ids.Except(reached))}");
}

static string Text(JsonElement element, string property) => element.TryGetProperty(property, out var value) ? value.GetString() ?? "" : "";
