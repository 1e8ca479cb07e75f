using System.Text.Json;
using Baton.C1Z;

namespace Baton.C1ZTool.Explorer;

/// <summary>What a principal holds, and how it came to that.</summary>
static class AccessApi
{
    const int MostSteps = 24; // that a way is shown with: half of them from each end

    /// <summary>A page of what it holds, whether the file was expanded or not.</summary>
    public static async Task<HttpReply> AccessAsync(Question question)
    {
        var (rows, passed, hasMore) = (new List<Held>(), 0, false);
        await foreach (var entry in question.View.AccessAsync(question.Key, question.Cancel))
        {
            if (passed++ < question.Skip)
                continue;
            hasMore = rows.Count == Question.PageSize;
            if (hasMore)
                break;
            rows.Add(await HeldAsync(question, entry));
        }
        return Reply.Page(rows, hasMore ? question.Skip + rows.Count : null, static (json, row) => json.WriteObject(row.Write));
    }

    /// <summary>Why it holds one thing.</summary>
    public static async Task<HttpReply> WhyAsync(Question question)
    {
        var entitlement = question.Required("entitlement");
        var entry = await question.View.WhyAsync(question.Key, entitlement, question.Cancel)
            ?? throw new NotThereException($"{question.Key} does not hold {entitlement}");
        var held = await HeldAsync(question, entry);
        return Reply.Object(held.Write);
    }

    static async Task<Held> HeldAsync(Question question, AccessEntry entry)
    {
        var path = new List<Step>();
        var omitted = Math.Max(0, entry.Path.Count - MostSteps);
        foreach (var step in omitted == 0 ? entry.Path : entry.Path.Take(MostSteps / 2).Concat(entry.Path.TakeLast(MostSteps / 2)))
            path.Add(new(await question.EntitlementAsync(step.EntitlementId), await question.ResourceAsync(step.Principal), step.GrantId));
        var entitlement = await question.EntitlementAsync(entry.EntitlementId, entry.Grant?.Entitlement?.Resource);
        return new(entitlement, entry.IsDirect, entry.Grant is not null, path, omitted);
    }

    sealed record Held(EntitlementShape Entitlement, bool IsDirect, bool IsStored, List<Step> Path, int Omitted)
    {
        public void Write(Utf8JsonWriter json)
        {
            json.WriteMember("entitlement", Entitlement.Write);
            json.WriteBoolean("isDirect", IsDirect);
            json.WriteBoolean("isStored", IsStored);
            json.WriteArray("path", Path, static (json, step) => json.WriteObject(json =>
            {
                json.WriteMember("entitlement", step.Entitlement.Write);
                json.WriteMember("principal", step.Principal.Write);
                json.WriteString("grant", step.Grant);
            }));
            json.WriteNumber("omitted", Omitted);
        }
    }

    sealed record Step(EntitlementShape Entitlement, ResourceShape Principal, string Grant);
}
