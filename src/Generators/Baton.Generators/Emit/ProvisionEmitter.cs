using Baton.Generators.Helpers;
using Baton.Generators.Models;

namespace Baton.Generators.Emit;

/// <summary>Granting and revoking, by slug.</summary>
static class ProvisionEmitter
{
    public static void Write(SourceWriter writer, ResourceTypeModel type)
    {
        SyncerEmitter.WriteSlugs(writer, "public", "Provisions", ManifestParts.Provisions(type).Where(static slug => slug.Length > 0));
        WriteSwitch(writer, type, type.GrantMethods, Names.GrantOutcome, "GrantAsync", "GrantedAsync");
        WriteSwitch(writer, type, type.RevokeMethods, Names.RevokeOutcome, "RevokeAsync", "RevokedAsync");
    }

    static void WriteSwitch(
        SourceWriter writer, ResourceTypeModel type, EquatableArray<ProvisionMethodModel> methods, string outcome, string name, string wrapper)
    {
        if (methods.Count == 0)
            return;
        SyncerEmitter.WriteSignature(
            writer,
            $"public override {Names.Task}<{outcome}> {name}",
            " => slug switch",
            Parameters.Slug,
            Parameters.Resource,
            Parameters.Principal,
            Parameters.CancellationToken);
        writer.Open();
        foreach (var method in methods.Where(static m => m.Slug.Length > 0))
            writer.Line($"{Literals.Text(method.Slug)} => {Call(method)},");
        var any = methods.FirstOrDefault(static m => m.Slug.Length == 0);
        writer.Line($"_ => {(any is null ? $"base.{name}(slug, resource, principal, cancellationToken)" : Call(any))},");
        writer.Close("};");

        string Call(ProvisionMethodModel method)
        {
            var call = $"{SyncerEmitter.Target(type, method.IsStatic, method.Method)}({ArgumentText.Of(method.Arguments, key: type.Host.Type)})";
            return method.ReturnsOutcome ? call : $"{wrapper}({call})";
        }
    }
}
