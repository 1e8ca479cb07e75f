using System.Text.Json;
using Baton.Testing;

namespace Baton.Tasks.Tests.Wire;

/// <summary>Readers of secrets, with a key of each kind that C1 may name.</summary>
static class Readers
{
    static readonly Dictionary<string, JsonElement> Keys = Vector.Load("encryption.json").EnumerateArray()
        .Where(static vector => !vector.Text("recipient").StartsWith("age1pq1", StringComparison.Ordinal))
        .GroupBy(static vector => vector.Text("key")).ToDictionary(static group => group.Key, static group => group.First());

    public static TheoryData<string> Names => [.. Keys.Keys.Order(StringComparer.Ordinal)];

    public static SecretReader Of(string name) => Keys[name].Text("identity") is { Length: > 0 } identity
        ? SecretReader.FromAge(identity)
        : SecretReader.FromJwk(Keys[name].GetProperty("private_jwk").GetRawText());

    public static IReadOnlyList<SecretReader> All => [.. Keys.Keys.Order(StringComparer.Ordinal).Select(Of)];
}
