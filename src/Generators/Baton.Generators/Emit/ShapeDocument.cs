using Baton.Generators.Models;

namespace Baton.Generators.Emit;

/// <summary>The text of <c>connector.shape.json</c>: made for a review, so one thing a line, in an order that does not depend on the code's.</summary>
static class ShapeDocument
{
    public static string Of(ShapeModel shape)
    {
        var json = new JsonWriter();
        json.BeginObject();
        json.String("connector", shape.Connector);
        Texts(json, "capabilities", shape.Capabilities);
        json.BeginObject("resourceTypes");
        foreach (var type in shape.ResourceTypes)
        {
            json.BeginObject(type.Id);
            json.String("idRule", type.IdRule);
            json.True("atRoot", type.AtRoot);
            Texts(json, "parents", type.Parents);
            Texts(json, "traits", type.Traits);
            Texts(json, "entitlements", type.Entitlements);
            Texts(json, "capabilities", type.Capabilities);
            json.EndObject();
        }
        json.EndObject();
        json.BeginObject("settings");
        foreach (var setting in shape.Settings)
        {
            json.BeginObject(setting.Name);
            json.String("type", setting.Type);
            json.True("required", setting.Required);
            json.EndObject();
        }
        json.EndObject();
        json.EndObject();
        return json.ToString();
    }

    static void Texts(JsonWriter json, string name, IReadOnlyCollection<string> texts)
    {
        if (texts.Count == 0)
            return;
        json.BeginArray(name);
        foreach (var text in texts)
            json.Item(text);
        json.EndArray();
    }
}
