using System.Buffers;
using System.Text;
using System.Text.Json;
using Baton.C1Z;

namespace Baton.Sync;

/// <summary>
/// Puts what was found when the rows were checked into the stored state of the sync, beside what else other programs pass over: the columns
/// of the format have room for what was checked only.
/// </summary>
static class InvariantToken
{
    const string Invariants = "invariants";

    internal static string SeverityOf(InvariantViolation violation) => violation.IsHard ? "hard" : "warn";

    /// <summary>The state with the violations in place of those of an earlier check.</summary>
    internal static string Add(string token, IReadOnlyList<InvariantViolation> violations)
    {
        using var document = JsonDocument.Parse(token);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, SyncToken.Relaxed))
        {
            json.WriteStartObject();
            foreach (var member in document.RootElement.EnumerateObject())
            {
                if (member.Name == SyncToken.Own)
                    WriteOwn(json, member.Value, violations);
                else
                    member.WriteTo(json);
            }
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    static void WriteOwn(Utf8JsonWriter json, JsonElement own, IReadOnlyList<InvariantViolation> violations)
    {
        json.WriteStartObject(SyncToken.Own);
        foreach (var member in own.EnumerateObject().Where(static m => m.Name != Invariants))
            member.WriteTo(json);
        if (violations.Count > 0)
        {
            json.WriteStartArray(Invariants);
            foreach (var violation in violations)
                Write(json, violation);
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, InvariantViolation violation)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, violation.Id);
        json.WriteString("severity"u8, SeverityOf(violation));
        json.WriteString("text"u8, violation.Text);
        json.WriteNumber("count"u8, violation.Count);
        json.WriteStartArray("examples"u8);
        foreach (var example in violation.Examples)
            json.WriteStringValue(example);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
