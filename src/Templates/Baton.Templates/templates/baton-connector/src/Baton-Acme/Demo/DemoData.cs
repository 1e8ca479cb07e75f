using System.Text.Json.Nodes;

namespace Acme.Demo;

/// <summary>What the demo holds when it starts.</summary>
static class DemoData
{
    const string Text = """
        {
          "users": [
            { "id": "u-1001", "login": "aokafor", "name": "Ada Okafor", "email": "ada.okafor@example.com", "active": true, "department": "Engineering" },
            { "id": "u-1002", "login": "blindqvist", "name": "Bruno Lindqvist", "email": "bruno.lindqvist@example.com", "active": true, "department": "Engineering" },
            { "id": "u-1003", "login": "cmarsh", "name": "Chiyo Marsh", "email": "chiyo.marsh@example.com", "active": true, "department": "Finance" },
            { "id": "u-1004", "login": "dnovak", "name": "Dario Novak", "email": "dario.novak@example.com", "active": false, "department": "Finance" },
            { "id": "u-1005", "login": "ehaddad", "name": "Esi Haddad", "email": "esi.haddad@example.com", "active": true, "department": "Security" }
          ],
          "groups": [
            { "id": "g-10", "name": "Everyone in Engineering", "description": "Reads the source code" },
            { "id": "g-11", "name": "Release managers", "description": "Ship to production" },
            { "id": "g-20", "name": "Finance", "description": "Sees the books" },
            { "id": "g-30", "name": "Auditors", "description": "See everything, change nothing" }
          ],
        #if (events)
          "events": [
            { "id": "e-01", "at": "2026-03-02T09:00:00Z", "groupId": "g-10", "userId": "u-1001", "joined": true },
            { "id": "e-02", "at": "2026-03-02T09:05:00Z", "groupId": "g-11", "userId": "u-1003", "joined": true },
            { "id": "e-03", "at": "2026-03-09T16:30:00Z", "groupId": "g-11", "userId": "u-1003", "joined": false },
            { "id": "e-04", "at": "2026-03-10T08:15:00Z", "groupId": "g-20", "userId": "u-1003", "joined": true },
            { "id": "e-05", "at": "2026-03-11T11:00:00Z", "groupId": "g-11", "userId": "u-1005", "joined": true }
          ],
        #endif
          "groups/g-10/members": [
            { "id": "u-1001", "isGroup": false }, { "id": "u-1002", "isGroup": false }, { "id": "g-11", "isGroup": true }
          ],
          "groups/g-11/members": [{ "id": "u-1002", "isGroup": false }, { "id": "u-1005", "isGroup": false }],
          "groups/g-20/members": [{ "id": "u-1003", "isGroup": false }, { "id": "u-1004", "isGroup": false }],
          "groups/g-30/members": [{ "id": "g-20", "isGroup": true }, { "id": "u-1005", "isGroup": false }]
        }
        """;

    /// <summary>Lists by their address, items by id.</summary>
    public static Dictionary<string, SortedDictionary<string, JsonObject>> Lists() =>
        JsonNode.Parse(Text)!.AsObject().ToDictionary(static list => list.Key, static list => Sorted(list.Value!.AsArray()));

    static SortedDictionary<string, JsonObject> Sorted(JsonArray items) =>
        new(items.ToDictionary(static item => (string)item!["id"]!, static item => item!.AsObject()), StringComparer.Ordinal);
}
