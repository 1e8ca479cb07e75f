using Baton.Generators.Helpers;
using Baton.Generators.Models;

namespace Baton.Generators.Emit;

/// <summary>The switches of a resource type, in its definition and in the capabilities document.</summary>
static class TypeOptionsEmitter
{
    public static void Write(SourceWriter writer, TypeOptionsModel options)
    {
        if (options.V1Identifier is { Length: > 0 } identifier)
            writer.Line($"V1Identifier = {Literals.Text(identifier)},");
        foreach (var (name, isOn) in Switches(options))
        {
            if (isOn)
                writer.Line($"{name} = true,");
        }
        if (options.Permissions.Count > 0)
            writer.Line($"Permissions = [{string.Join(", ", options.Permissions.Select(Literals.Text))}],");
        WriteAnnotations(writer, options.Annotations);
    }

    /// <summary>Messages that an author attached by name.</summary>
    public static void WriteAnnotations(SourceWriter writer, EquatableArray<TypeAnnotationModel> annotations)
    {
        if (annotations.Count == 0)
            return;
        writer.Open("Annotations =", "[");
        foreach (var annotation in annotations)
        {
            var message = annotation.Message.Count == 0 ? "" : $", [{string.Join(", ", annotation.Message.Select(static b => Literals.Number(b)))}]";
            writer.Line($"new({Literals.Text(annotation.FullName)}{message}),");
        }
        writer.Close("],");
    }

    /// <summary>The annotations of the type in the document, in the order in which they are stored.</summary>
    public static void WriteAnnotations(JsonWriter json, ManifestResourceTypeModel type)
    {
        var options = type.Options;
        var skip = (options.SkipEntitlements, options.SkipGrants) switch
        {
            (true, true) => "SkipEntitlementsAndGrants",
            (true, false) => "SkipEntitlements",
            (false, true) => "SkipGrants",
            _ => null,
        };
        var before = new[] { skip, type.TypeScopedEntitlements ? "TypeScopedEntitlements" : null, type.TypeScopedGrants ? "TypeScopedGrants" : null }.OfType<string>().ToList();
        var after = new[]
        {
            options.OptInRequired ? "OptInRequired" : null,
            options.SkipSyncAnomalyDetection ? "SkipSyncAnomalyDetection" : null,
            options.Deprecated ? "Deprecated" : null,
        }.OfType<string>().ToList();
        var others = options.Annotations.Where(static annotation => annotation.Message.Count == 0).ToList();
        if (before.Count + after.Count + others.Count + options.Permissions.Count == 0 && string.IsNullOrEmpty(options.V1Identifier))
            return;
        json.BeginArray("annotations");
        if (!string.IsNullOrEmpty(options.V1Identifier))
            Annotation(json, CapabilitiesDocument.Package + "V1Identifier", options.V1Identifier);
        foreach (var name in before)
            Annotation(json, CapabilitiesDocument.Package + name);
        if (options.Permissions.Count > 0)
        {
            json.BeginObject();
            json.String("@type", CapabilitiesDocument.TypePrefix + CapabilitiesDocument.Package + "CapabilityPermissions");
            WritePermissions(json, options);
            json.EndObject();
        }
        foreach (var name in after)
            Annotation(json, CapabilitiesDocument.Package + name);
        foreach (var annotation in others)
            Annotation(json, annotation.FullName);
        json.EndArray();
    }

    public static void WritePermissions(JsonWriter json, TypeOptionsModel options)
    {
        if (options.Permissions.Count == 0)
            return;
        json.BeginArray("permissions");
        foreach (var permission in options.Permissions)
        {
            json.BeginObject();
            json.String("permission", permission);
            json.EndObject();
        }
        json.EndArray();
    }

    static void Annotation(JsonWriter json, string fullName, string? id = null)
    {
        json.BeginObject();
        json.String("@type", CapabilitiesDocument.TypePrefix + fullName);
        json.String("id", id);
        json.EndObject();
    }

    static IEnumerable<(string Name, bool IsOn)> Switches(TypeOptionsModel options) =>
    [
        ("SkipEntitlements", options.SkipEntitlements),
        ("SkipGrants", options.SkipGrants),
        ("SourcedExternally", options.SourcedExternally),
        ("OptInRequired", options.OptInRequired),
        ("SkipSyncAnomalyDetection", options.SkipSyncAnomalyDetection),
        ("Deprecated", options.Deprecated),
    ];
}
