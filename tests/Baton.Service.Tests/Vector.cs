using System.Text.Json;
using Google.Protobuf;

namespace Baton.Service.Tests;

/// <summary>Recorded values, embedded as JSON.</summary>
static class Vector
{
    static readonly JsonParser Parser = new(JsonParser.Settings.Default);

    public static JsonElement Load(string name)
    {
        using var stream = typeof(Vector).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException(name);
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }

    public static TheoryData<string> Names(JsonElement cases, string member = "name") =>
        [.. cases.EnumerateArray().Select(c => c.GetProperty(member).GetString()!)];

    public static JsonElement Case(JsonElement cases, string name) =>
        cases.EnumerateArray().Single(c => c.GetProperty("name").GetString() == name);

    public static string Text(this JsonElement element, string member) =>
        element.TryGetProperty(member, out var value) ? value.GetString() ?? "" : "";

    public static T Message<T>(this JsonElement element) where T : IMessage, new() => Parser.Parse<T>(element.GetRawText());
}
