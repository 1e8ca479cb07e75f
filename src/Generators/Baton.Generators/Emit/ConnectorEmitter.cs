using Baton.Generators.Models;

namespace Baton.Generators.Emit;

/// <summary>The file of the connector: its part of the manifest. The other part, <see cref="ManifestEmitter"/>, depends on more than this class.</summary>
static class ConnectorEmitter
{
    public static string Write(ConnectorModel connector) => GeneratedFile.Write(connector.Host, Names.ConnectorInterface, writer =>
    {
        GeneratedFile.Member(writer);
        writer.Line($"static {Names.Manifest} {Names.ConnectorInterface}.Manifest => GeneratedManifest.Instance;");

        GeneratedFile.OpenType(
            writer, "All that is known about the connector when the program starts.", $"private sealed partial class GeneratedManifest : {Names.Manifest}");
        writer.Line("internal static readonly GeneratedManifest Instance = new();");
        WriteText(writer, "Name", connector.Name);
        WriteText(writer, "DisplayName", connector.DisplayName);
        WriteText(writer, "Description", connector.Description);
        WriteValidate(writer, connector);
        ConnectorTasksEmitter.Write(writer, connector);
        writer.Close();
    });

    static void WriteText(SourceWriter writer, string property, string? value)
    {
        if (value is null)
            return;
        writer.Blank();
        writer.Line($"public override string {property} => {Literals.Text(value)};");
    }

    static void WriteValidate(SourceWriter writer, ConnectorModel connector)
    {
        writer.Blank();
        writer.Line($"public override {Names.Task} ValidateAsync({Names.ServiceProvider} services, {Parameters.CancellationToken}) =>");
        writer.Indent();
        if (connector.ValidateArguments is { } arguments)
        {
            var target = connector.ValidateIsStatic ? connector.Host.Type : $"Get<{connector.Host.Type}>(services)";
            var call = $"{target}.ValidateAsync({ArgumentText.Of(arguments)})";
            writer.Line(call + (connector.ValidateReturnsValueTask ? ".AsTask();" : ";"));
        }
        else
        {
            writer.Line($"{Names.Task}.CompletedTask;");
        }
        writer.Unindent();
    }
}
