using Baton.Generators.Helpers;
using Baton.Generators.Models;

namespace Baton.Generators.Emit;

/// <summary>The definition of a resource type. Other types are named in functions: two may name each other, and each begins when first used.</summary>
static class DefinitionEmitter
{
    public static void Write(SourceWriter writer, ResourceTypeModel type)
    {
        writer.Blank();
        writer.Open($"internal static readonly {Names.ResourceTypeDefinition} Type = new()");
        writer.Line($"Id = {Literals.Text(type.Id)},");
        writer.Line($"DisplayName = {Literals.Text(type.DisplayName)},");
        if (type.Description is not null)
            writer.Line($"Description = {Literals.Text(type.Description)},");
        if (type.Traits.Count > 0)
            writer.Line($"Traits = [{string.Join(", ", type.Traits.Select(static trait => $"{Names.Trait}.{trait}"))}],");
        WriteEntitlements(writer, type.Entitlements);
        var parents = type.Lists.Select(static list => list.Parent).OfType<string>();
        WriteTypes(writer, "Parents", parents);
        if (type.EntitlementsMethod is not null)
            writer.Line("DynamicEntitlements = true,");
        if (ManifestParts.TypeScopedEntitlements(type))
            writer.Line("TypeScopedEntitlements = true,");
        if (ManifestParts.TypeScopedGrants(type))
            writer.Line("TypeScopedGrants = true,");
        TypeOptionsEmitter.Write(writer, type.Options);
        writer.Close("};");

        writer.Blank();
        writer.Line($"public override {Names.ResourceTypeDefinition} Definition => Type;");
    }

    static void WriteEntitlements(SourceWriter writer, EquatableArray<EntitlementModel> entitlements)
    {
        if (entitlements.Count == 0)
            return;
        writer.Open("Entitlements =", "[");
        foreach (var entitlement in entitlements)
        {
            writer.Open("new()");
            writer.Line($"Slug = {Literals.Text(entitlement.Slug)},");
            writer.Line($"Purpose = {Names.Purpose}.{entitlement.Purpose},");
            if (entitlement.DisplayName is not null)
                writer.Line($"DisplayName = {Literals.Text(entitlement.DisplayName)},");
            if (entitlement.Description is not null)
                writer.Line($"Description = {Literals.Text(entitlement.Description)},");
            WriteTypes(writer, "GrantableTo", entitlement.GrantableTo);
            if (entitlement.V1Identifier is { Length: > 0 } identifier)
                writer.Line($"V1Identifier = {Literals.Text(identifier)},");
            WriteImmutable(writer, entitlement);
            WriteExclusion(writer, entitlement.Exclusion);
            TypeOptionsEmitter.WriteAnnotations(writer, entitlement.Annotations);
            writer.Close("},");
        }
        writer.Close("],");
    }

    static void WriteImmutable(SourceWriter writer, EntitlementModel entitlement)
    {
        if (!entitlement.Immutable)
            return;
        writer.Line("Immutable = true,");
        if (entitlement.ImmutableSource is { Length: > 0 } source)
            writer.Line($"ImmutableSource = {Literals.Text(source)},");
        if (entitlement.ImmutableMetadata.Count == 0)
            return;
        writer.Open($"ImmutableMetadata = new {Names.Dictionary}<string, string>");
        foreach (var pair in entitlement.ImmutableMetadata)
        {
            var parts = pair.Split(['='], 2);
            writer.Line($"[{Literals.Text(parts[0])}] = {Literals.Text(parts.Length > 1 ? parts[1] : "")},");
        }
        writer.Close("},");
    }

    static void WriteExclusion(SourceWriter writer, ExclusionModel? exclusion)
    {
        if (exclusion is null)
            return;
        writer.Line($"ExclusionGroup = {Literals.Text(exclusion.Group)},");
        if (exclusion.Order > 0)
            writer.Line($"ExclusionOrder = {exclusion.Order.ToString(System.Globalization.CultureInfo.InvariantCulture)},");
        if (exclusion.IsDefault)
            writer.Line("ExclusionDefault = true,");
        if (exclusion.AcrossResources)
            writer.Line("ExclusionAcrossResources = true,");
    }

    static void WriteTypes(SourceWriter writer, string property, IEnumerable<string> types)
    {
        var definitions = types.Select(static type => $"DefinitionOf<{type}>()").ToArray();
        if (definitions.Length == 1)
            writer.Line($"{property} = static () => [{definitions[0]}],");
        if (definitions.Length <= 1)
            return;
        writer.Open($"{property} = static () =>", "[");
        foreach (var definition in definitions)
            writer.Line(definition + ",");
        writer.Close("],");
    }
}
