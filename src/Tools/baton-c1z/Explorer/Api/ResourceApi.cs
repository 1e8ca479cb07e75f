using System.Text.Json;
using Baton.C1Z;
using Baton.Protocol.Connector.V2;

namespace Baton.C1ZTool.Explorer;

/// <summary>One resource: what it says about itself, what belongs to it.</summary>
static class ResourceApi
{
    const int MostFields = 200;
    const int LongestValue = 2000;

    /// <summary>How far is counted: further, a page says "more than".</summary>
    public const long CountLimit = 100_000;

    public static async Task<HttpReply> ResourceAsync(Question question)
    {
        var key = question.Key;
        var resource = await question.View.FindResourceAsync(key.Type, key.Id, question.Cancel);
        var shape = resource is null ? await question.ResourceAsync(key) : await question.ShapeAsync(resource);
        var type = await question.Details.ResourceTypeAsync(key.Type, question.Cancel);
        var parent = resource?.ParentResourceId is { } id ? await question.ResourceAsync(id) : null;
        var granted = await question.View.CountGrantsAsync(new() { ResourceTypeId = key.Type, ResourceId = key.Id }, CountLimit, question.Cancel);
        var held = await question.View.CountGrantsAsync(
            new() { PrincipalResourceTypeId = key.Type, PrincipalResourceId = key.Id }, CountLimit, question.Cancel);
        if (resource is null && granted + held == 0)
            throw new NotThereException($"there is no resource {key}");
        return Reply.Object(json =>
        {
            json.WriteMember("resource", shape.Write);
            json.WriteBoolean("isStored", resource is not null);
            json.WriteArray("traits", type.Traits, static (json, trait) => json.WriteStringValue(trait.ToString()));
            if (parent is not null)
                json.WriteMember("parent", parent.Write);
            json.WriteNumber("granted", granted);
            json.WriteNumber("held", held);
            json.WriteNumber("countLimit", CountLimit);
            json.WriteArray("facts", resource is null ? [] : Facts(resource), WritePair);
            json.WriteArray("profile", resource is null ? [] : Profile(resource), WritePair);
        });
    }

    public static async Task<HttpReply> ChildrenAsync(Question question)
    {
        var filter = new ResourceFilter { ParentResourceTypeId = question.Key.Type, ParentResourceId = question.Key.Id };
        var page = await question.View.ResourcePageAsync(filter, question.From, Question.PageSize, question.Cancel);
        return await Reply.PageAsync(page, question.ShapeAsync, static (json, shape) => shape.Write(json));
    }

    public static async Task<HttpReply> EntitlementsAsync(Question question)
    {
        var filter = new EntitlementFilter { ResourceTypeId = question.Key.Type, ResourceId = question.Key.Id };
        var page = await question.View.EntitlementPageAsync(filter, question.From, Question.PageSize, question.Cancel);
        return await Reply.PageAsync(page, entitlement => question.ShapeAsync(entitlement), static (json, shape) => shape.Write(json));
    }

    static IEnumerable<(string Name, string Value)> Facts(Resource resource)
    {
        if (resource.Description.Length > 0)
            yield return ("Description", resource.Description);
        if (resource.ReadStatus() is not Status.Types.ResourceStatus.Unspecified and var status)
            yield return ("Status", status.ToString());
        if (resource.Login() is { } login)
            yield return ("Login", login);
        foreach (var email in resource.Trait<UserTrait>()?.Emails.Take(MostFields) ?? [])
            yield return (email.IsPrimary ? "Primary e-mail" : "E-mail", email.Address);
    }

    static IEnumerable<(string Name, string Value)> Profile(Resource resource) =>
        resource.ReadProfile().Take(MostFields).Select(static field => (field.Key, Plain(field.Value)));

    static string Plain(object? value)
    {
        if (value is string text)
            return text;
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            WriteValue(json, value);
        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case IReadOnlyDictionary<string, object?> map:
                json.WriteObject(json =>
                {
                    foreach (var (name, member) in map)
                        json.WriteMember(name, json => WriteValue(json, member));
                });
                break;
            case object?[] list:
                json.WriteStartArray();
                foreach (var item in list)
                    WriteValue(json, item);
                json.WriteEndArray();
                break;
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            case double number when double.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            case null:
                json.WriteNullValue();
                break;
            default:
                json.WriteStringValue(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture));
                break;
        }
    }

    static void WritePair(Utf8JsonWriter json, (string Name, string Value) pair) => json.WriteObject(json =>
    {
        json.WriteString("name", Shape.Short(pair.Name));
        json.WriteString("value", pair.Value.Length <= LongestValue ? pair.Value : Shape.Short(pair.Value));
    });
}
