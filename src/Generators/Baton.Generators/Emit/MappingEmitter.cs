using Baton.Generators.Models;

namespace Baton.Generators.Emit;

/// <summary>The mapping of a model: a call to the author's method, or a statement for each mapped property.</summary>
static class MappingEmitter
{
    public static void Write(SourceWriter writer, ResourceTypeModel type)
    {
        var header = $"protected override void Map({type.Model} model, global::Baton.{type.Builder} resource)";
        writer.Blank();
        if (type.Mapping.Method is { } method)
        {
            writer.Line(header + " =>");
            writer.Indent();
            writer.Line($"{type.Host.Type}.{method}(model, resource);");
            writer.Unindent();
            return;
        }
        writer.Open(header);
        for (var i = 0; i < type.Mapping.Properties.Count; i++)
            Write(writer, type.Mapping.Properties[i], i);
        writer.Close();
    }

    static void Write(SourceWriter writer, MappedPropertyModel property, int index)
    {
        var value = "model." + property.Property;
        if (property.Conversion != ValueConversion.SkipNull)
        {
            writer.Line(Call(property, Convert(value, property.Conversion)) + ";");
            return;
        }
        // Two properties can have names that differ in nothing but their first letter.
        var known = $"known{Literals.Number(index)}";
        writer.Line($"if ({value} is {{ }} {known})");
        writer.Indent();
        writer.Line(Call(property, known) + ";");
        writer.Unindent();
    }

    static string Convert(string value, ValueConversion conversion) => conversion switch
    {
        ValueConversion.Text => $"Text({value})",
        ValueConversion.UtcDateTime => $"Utc({value})",
        _ => value,
    };

    static string Call(MappedPropertyModel property, string value) => property.Target switch
    {
        null => $"resource.Profile({Literals.Text(property.ProfileKey)}, {value})",
        // The builder treats null as no id, and the sync says which resource has none.
        "Id" => $"resource.Id({value}!)",
        var target => $"resource.{target}({value})",
    };
}
