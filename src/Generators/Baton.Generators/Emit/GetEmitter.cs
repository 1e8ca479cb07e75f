using Baton.Generators.Models;

namespace Baton.Generators.Emit;

/// <summary>The question for a single resource.</summary>
static class GetEmitter
{
    public static void Write(SourceWriter writer, ResourceTypeModel type)
    {
        if (type.Get is not { } get)
            return;
        writer.Blank();
        writer.Line("public override bool Gets => true;");
        SyncerEmitter.WriteSignature(
            writer, $"public override async {Names.ValueTask}<bool> GetAsync", " =>", Parameters.Resource, Parameters.Output, Parameters.CancellationToken);
        var call = $"{SyncerEmitter.Target(type, get.IsStatic, get.Method)}({ArgumentText.Of(get.Arguments, key: type.Host.Type)})";
        writer.Indent();
        writer.Line($"await {call}.ConfigureAwait(false) is {{ }} model");
        writer.Line("&& await FoundAsync(model, resource, output, cancellationToken).ConfigureAwait(false);");
        writer.Unindent();
    }
}
