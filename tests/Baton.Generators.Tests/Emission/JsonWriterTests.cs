using System.Text.Json;
using Baton.Generators.Emit;

namespace Baton.Generators.Tests.Emission;

/// <summary>Documents have the layout of Go's protojson and are JSON whatever they hold.</summary>
public sealed class JsonWriterTests
{
    [Fact]
    public void Layout_IsOneMemberALine()
    {
        var json = new JsonWriter();
        json.BeginObject();
        json.String("a", "1");
        json.String("none", null);
        json.String("empty", "");
        json.True("no", false);
        json.BeginArray("list");
        json.Item("x");
        json.Item("");
        json.EndArray();
        json.BeginObject("nothing");
        json.EndObject();
        json.BeginArray("objects");
        json.BeginObject();
        json.True("yes", true);
        json.EndObject();
        json.BeginObject();
        json.EndObject();
        json.EndArray();
        json.EndObject();
        Assert.Equal(
            """
            {
              "a": "1",
              "list": [
                "x",
                ""
              ],
              "nothing": {},
              "objects": [
                {
                  "yes": true
                },
                {}
              ]
            }
            """,
            json.ToString());
    }

    [Fact]
    public void String_AnyCharacter_IsReadBack()
    {
        for (var c = 0; c <= char.MaxValue; c++)
        {
            var json = new JsonWriter();
            json.BeginObject();
            json.String("k", $"<{(char)c}>");
            json.EndObject();
            using var document = JsonDocument.Parse(json.ToString());
            var expected = char.IsSurrogate((char)c) ? "<\ufffd>" : $"<{(char)c}>";
            Assert.Equal(expected, document.RootElement.GetProperty("k").GetString());
            Assert.Equal(2, json.ToString().Count(x => x is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029'));
        }
    }

    [Fact]
    public void String_Astral_IsKept()
    {
        var json = new JsonWriter();
        json.BeginObject();
        json.String("k", "😀<&>");
        json.EndObject();
        Assert.Contains("\"😀<&>\"", json.ToString(), StringComparison.Ordinal);
    }
}
