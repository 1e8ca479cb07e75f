namespace Baton.Generators.Emit;

/// <summary>The <c>Main</c> of a program that has none.</summary>
static class EntryPointEmitter
{
    public static string Write(string connector) => GeneratedFile.Write(writer =>
    {
        // Visible in this file only, so that the author's names stay free.
        GeneratedFile.OpenType(writer, "Runs the connector.", "file static class Program");
        writer.Line($"private static {Names.Task}<int> Main(string[] args) => {Names.ConnectorHost}.RunAsync<{connector}>(args);");
        writer.Close();
    });
}
