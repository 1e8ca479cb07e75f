using Baton.Generators.Models;

namespace Baton.Generators.Emit;

/// <summary>The listing of grants, in its three scopes: with the model, for one stored resource, for the whole type.</summary>
static class GrantsEmitter
{
    public static void Write(SourceWriter writer, ResourceTypeModel type, CursorNames cursors)
    {
        SyncerEmitter.WriteSlugs(writer, "protected", "GrantsPerModel", Slugs(type, GrantsScope.Model));
        SyncerEmitter.WriteSlugs(writer, "public", "GrantsPerResource", Slugs(type, GrantsScope.Resource));
        SyncerEmitter.WriteSlugs(writer, "public", "GrantsForType", Slugs(type, GrantsScope.Type));
        WriteSwitch(
            writer, type, cursors, GrantsScope.Model,
            $"protected override {Names.AsyncEnumerable}<{Names.Grantee}> ModelGrants",
            "base.ModelGrants(slug, model, cancellationToken)",
            Parameters.Slug, $"{type.Model} model", Parameters.CancellationToken);
        WriteSwitch(
            writer, type, cursors, GrantsScope.Resource,
            $"public override {Names.ValueTask}<string> GrantsAsync",
            "base.GrantsAsync(slug, resource, pageToken, output, cancellationToken)",
            Parameters.Slug, Parameters.Resource, Parameters.PageToken, Parameters.Output, Parameters.CancellationToken);
        WriteSwitch(
            writer, type, cursors, GrantsScope.Type,
            $"public override {Names.ValueTask}<string> TypeGrantsAsync",
            "base.TypeGrantsAsync(slug, pageToken, output, cancellationToken)",
            Parameters.Slug, Parameters.PageToken, Parameters.Output, Parameters.CancellationToken);
    }

    static IEnumerable<string> Slugs(ResourceTypeModel type, GrantsScope scope) =>
        type.Grants.Where(m => m.Scope == scope).Select(static m => m.Slug);

    static void WriteSwitch(
        SourceWriter writer, ResourceTypeModel type, CursorNames cursors, GrantsScope scope, string header, string fallback,
        params string[] parameters)
    {
        var methods = type.Grants.Where(m => m.Scope == scope).ToArray();
        if (methods.Length == 0)
            return;
        SyncerEmitter.WriteSignature(writer, header, " => slug switch", parameters);
        writer.Open();
        foreach (var method in methods)
            writer.Line($"{Literals.Text(method.Slug)} => {Call(type, method, cursors)},");
        writer.Line($"_ => {fallback},");
        writer.Close("};");
    }

    static string Call(ResourceTypeModel type, GrantsMethodModel method, CursorNames cursors)
    {
        var arguments = ArgumentText.Of(method.Arguments, key: type.Host.Type, cursors.Read(method.Cursor));
        var call = $"{SyncerEmitter.Target(type, method.IsStatic, method.Method)}({arguments})";
        if (method.Shape == ResultShape.Enumerable)
            call = $"ToAsync({call})";
        if (method.Scope == GrantsScope.Model)
            return call;
        var where = method.Scope == GrantsScope.Resource ? "slug, resource.Id" : "slug";
        return method.Shape == ResultShape.Page
            ? $"GranteesPageAsync({where}, {cursors.Page(call, method.Cursor)}, output, cancellationToken)"
            : $"GranteesAsync({where}, {call}, output, cancellationToken)";
    }
}
