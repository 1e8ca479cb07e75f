using System.Text.Json;
using Baton.Protocol.Connector.V2;

namespace Baton.C1ZTool.Explorer;

/// <summary>A resource as the page names it.</summary>
/// <param name="Type">The id of its type.</param>
/// <param name="Id">Its id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="TypeName">What people call its type.</param>
/// <param name="Kind">The first trait of its type: what picture it gets.</param>
sealed record ResourceShape(string Type, string Id, string Name, string TypeName, string Kind)
{
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type", Type);
        json.WriteString("id", Id);
        json.WriteString("name", Shape.Short(Name));
        json.WriteString("typeName", Shape.Short(TypeName));
        json.WriteString("kind", Kind);
        json.WriteEndObject();
    }
}

/// <summary>An entitlement as the page names it.</summary>
sealed record EntitlementShape(string Id, string Name, string Slug, ResourceShape On)
{
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", Id);
        json.WriteString("name", Shape.Short(Name));
        json.WriteString("slug", Shape.Short(Slug));
        json.WriteMember("on", On.Write);
        json.WriteEndObject();
    }
}

/// <summary>Finds names and kinds.</summary>
static class Shape
{
    const int Longest = 300;

    public static string Short(string text) => text.Length <= Longest
        ? text
        : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest), "…");

    public static async ValueTask<ResourceShape> ResourceAsync(this Question question, ResourceId? id) =>
        await question.ShapeAsync(await question.Details.ResourceAsync(id ?? new(), question.Cancel));

    public static ValueTask<ResourceShape> ResourceAsync(this Question question, ResourceKey key) =>
        question.ResourceAsync(new ResourceId { ResourceType = key.Type, Resource = key.Id });

    public static async ValueTask<ResourceShape> ShapeAsync(this Question question, Resource resource)
    {
        var type = await question.Details.ResourceTypeAsync(resource.Id?.ResourceType ?? "", question.Cancel);
        return new(type.Id, resource.Id?.Resource ?? "", Name(resource.DisplayName, resource.Id?.Resource), Name(type.DisplayName, type.Id), Kind(type));
    }

    public static async ValueTask<EntitlementShape> EntitlementAsync(this Question question, string id, Resource? on = null) =>
        await question.ShapeAsync(await question.Details.EntitlementAsync(id, question.Cancel), on);

    /// <param name="question">Where from.</param>
    /// <param name="entitlement">The entitlement.</param>
    /// <param name="on">What a grant says it is on, for one that the file lacks.</param>
    public static async ValueTask<EntitlementShape> ShapeAsync(this Question question, Entitlement entitlement, Resource? on = null) => new(
        entitlement.Id, Name(entitlement.DisplayName, entitlement.Id), entitlement.Slug, await question.ResourceAsync((entitlement.Resource ?? on)?.Id));

    public static string Kind(ResourceType type) => type.Traits.Count == 0 ? "other" : type.Traits[0].ToString().ToLowerInvariant();

    public static string Name(string? name, string? id) => string.IsNullOrEmpty(name) ? id ?? "" : name;
}
