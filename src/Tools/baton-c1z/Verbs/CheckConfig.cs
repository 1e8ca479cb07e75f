using System.Text.Json;
using Baton.C1Z;

namespace Baton.C1ZTool;

/// <summary>
/// The file of <c>check --config</c>: <c>{"agents": {"agent-1": "user:alice"}, "covers": {"write": ["read"]}, "acceptsKeys": false}</c>.
/// </summary>
static class CheckConfig
{
    public static async Task<AccessOptions> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = File.OpenRead(path);
            using var document = await JsonDocument.ParseAsync(file, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }, cancellationToken);
            return document.RootElement.EnumerateObject().Aggregate(new AccessOptions(), static (options, member) => member.Name switch
            {
                "agents" => options with { Agents = member.Value.EnumerateObject().ToDictionary(static a => a.Name, static a => Keys.Parse(a.Value.GetString() ?? "", $"the agent {a.Name}")) },
                "covers" => options with
                {
                    Covers = member.Value.EnumerateObject().ToDictionary(
                        static c => c.Name, static IReadOnlyCollection<string> (c) => [.. c.Value.EnumerateArray().Select(static action => action.GetString() ?? "")]),
                },
                "acceptsKeys" => options with { AcceptsKeys = member.Value.GetBoolean() },
                _ => throw new ToolException($"{member.Name} is no setting; there are agents, covers and acceptsKeys"),
            });
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new ToolException($"{path} is not a configuration of decisions: {e.Message}");
        }
    }
}
