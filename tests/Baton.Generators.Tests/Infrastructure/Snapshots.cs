namespace Baton.Generators.Tests.Infrastructure;

/// <summary>Compares generated text with files under Snapshots/. <c>BATON_UPDATE_SNAPSHOTS=1</c> writes them instead.</summary>
static class Snapshots
{
    const string Update = "BATON_UPDATE_SNAPSHOTS";

    public static void Check(string name, IReadOnlyDictionary<string, string> files)
    {
        var folder = Path.Combine(RepositoryRoot(), "tests", "Baton.Generators.Tests", "Snapshots", name);
        var actual = files.ToDictionary(file => file.Key, file => WithoutVersion(file.Value));
        if (Environment.GetEnvironmentVariable(Update) == "1")
            Write(folder, actual);
        Assert.True(Directory.Exists(folder), $"There is no snapshot {name}. Run the tests with {Update}=1, and read what they wrote before you commit it.");
        var expected = Directory.GetFiles(folder).ToDictionary(path => Path.GetFileName(path), File.ReadAllText);
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), actual.Keys.Order(StringComparer.Ordinal));
        foreach (var (file, text) in expected)
            Assert.True(text == actual[file], $"{name}/{file} differs from its snapshot. Run the tests with {Update}=1 and look at the difference.\n{FirstDifference(text, actual[file])}");
    }

    public static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Baton.Generators.sln")))
                return folder.FullName;
        }
        throw new DirectoryNotFoundException($"No Baton.Generators.sln above {AppContext.BaseDirectory}");
    }

    static void Write(string folder, Dictionary<string, string> files)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        foreach (var (file, text) in files)
            File.WriteAllText(Path.Combine(folder, file), text);
    }

    // A release must not change every snapshot.
    static string WithoutVersion(string text)
    {
        var version = typeof(ConnectorGenerator).Assembly.GetName().Version!.ToString(3);
        return text
            .Replace($"// Baton.Generators {version}\n", "// Baton.Generators x.y.z\n", StringComparison.Ordinal)
            .Replace($"\"Baton.Generators\", \"{version}\"", "\"Baton.Generators\", \"x.y.z\"", StringComparison.Ordinal);
    }

    static string FirstDifference(string expected, string actual)
    {
        var (left, right) = (expected.Split('\n'), actual.Split('\n'));
        var line = Enumerable.Range(0, Math.Min(left.Length, right.Length)).FirstOrDefault(i => left[i] != right[i], Math.Min(left.Length, right.Length));
        return $"Line {line + 1}\n- {left.ElementAtOrDefault(line)}\n+ {right.ElementAtOrDefault(line)}";
    }
}
