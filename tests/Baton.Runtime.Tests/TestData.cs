namespace Baton.Runtime.Tests;

/// <summary>Files that the test assembly carries.</summary>
static class TestData
{
    public static string Text(string name)
    {
        using var reader = new StreamReader(Open(name));
        return reader.ReadToEnd();
    }

    public static byte[] Bytes(string name)
    {
        using var stream = Open(name);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    static Stream Open(string name) => typeof(TestData).Assembly.GetManifestResourceStream(name)
        ?? throw new ArgumentException($"The test assembly carries no file {name}.", nameof(name));
}
