namespace Baton.Runtime.Tests;

/// <summary>Files that the test assembly carries.</summary>
static class TestData
{
    public static string Text(string name)
    {
        using var stream = typeof(TestData).Assembly.GetManifestResourceStream(name)
            ?? throw new ArgumentException($"The test assembly carries no file {name}.", nameof(name));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
