using Baton.Generators.Models;

namespace Baton.Generators.Emit;

/// <summary>Creating and deleting resources.</summary>
static class TasksEmitter
{
    public static void Write(SourceWriter writer, ResourceTypeModel type)
    {
        if (type.Tasks.CreateResource is { } create)
        {
            WriteTrue(writer, "CreatesResources");
            WriteMethod(
                writer, Names.MappedResource, "CreateResourceAsync", $"CreatedAsync({Call(type, create)}, resource.Parent)",
                $"{Names.NewResource} resource", Parameters.CancellationToken);
        }
        if (type.Tasks.DeleteResource is { } delete)
        {
            var call = Call(type, delete);
            WriteTrue(writer, "DeletesResources");
            WriteMethod(
                writer, Names.DeleteOutcome, "DeleteResourceAsync", delete.Result == TaskResultKind.Outcome ? call : $"DeletedAsync({call})",
                Parameters.Resource, Parameters.CancellationToken);
        }
    }

    /// <summary>A call of an author's method.</summary>
    public static string Call(ResourceTypeModel type, TaskMethodModel method) =>
        $"{SyncerEmitter.Target(type, method.IsStatic, method.Method)}({ArgumentText.Of(method.Arguments, key: type.Host.Type)})";

    /// <summary>An override that returns a task.</summary>
    public static void WriteMethod(SourceWriter writer, string result, string name, string body, params string[] parameters)
    {
        SyncerEmitter.WriteSignature(writer, $"public override {Names.Task}<{result}> {name}", " =>", parameters);
        writer.Indent();
        writer.Line(body + ";");
        writer.Unindent();
    }

    static void WriteTrue(SourceWriter writer, string property)
    {
        writer.Blank();
        writer.Line($"public override bool {property} => true;");
    }
}
