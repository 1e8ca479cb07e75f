using Baton.C1Z;

namespace Baton.C1ZTool.Explorer;

/// <summary>The picture of who has access, and by which way.</summary>
static class GraphApi
{
    public static async Task<HttpReply> GraphAsync(Question question)
    {
        var id = question.Required("entitlement");
        IReadOnlyList<AccessStep> path = [];
        var who = question.Find("type") is null ? null : await question.ResourceAsync(question.Key);
        var entry = who is null ? null : await question.View.WhyAsync(question.Key, id, question.Cancel);
        if (entry is not null)
            path = entry.Path;
        var map = new AccessMap(question);
        await map.ReadAsync(id, path);
        return Reply.Object(json =>
        {
            json.WriteString("target", id);
            if (who is not null)
            {
                json.WriteMember("who", who.Write);
                json.WriteBoolean("isHeld", entry is not null);
                json.WriteBoolean("isExplained", path.Count > 0);
            }
            json.WriteArray("sources", map.Sources, static (json, source) => json.WriteObject(json =>
            {
                json.WriteMember("entitlement", source.Entitlement.Write);
                json.WriteNumber("depth", source.Depth);
                json.WriteBoolean("hasMoreHolders", source.HasMoreHolders);
                json.WriteBoolean("hasMoreSources", source.HasMoreSources);
                json.WriteArray("holders", source.Holders, static (json, holder) => json.WriteObject(json =>
                {
                    json.WriteMember("principal", holder.Principal.Write);
                    json.WriteBoolean("isOnPath", holder.IsOnPath);
                }));
            }));
            json.WriteArray("edges", map.Edges, static (json, edge) => json.WriteObject(json =>
            {
                json.WriteString("from", edge.From);
                json.WriteString("to", edge.To);
                json.WriteBoolean("isShallow", edge.IsShallow);
                json.WriteBoolean("isOnPath", edge.IsOnPath);
            }));
        });
    }
}
