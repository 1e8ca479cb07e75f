using System.Text.Json;
using Baton.C1Z;
using Baton.Protocol;
using Baton.Protocol.Connector.V2;

namespace Baton.C1ZTool.Explorer;

/// <summary>Grants: on a resource, and of an entitlement.</summary>
static class GrantApi
{
    const int MostSources = 20;

    public static async Task<HttpReply> GrantsAsync(Question question)
    {
        var filter = question.Find("entitlement") is { } entitlement
            ? new GrantFilter { EntitlementId = entitlement, WithExpansion = true }
            : new() { ResourceTypeId = question.Key.Type, ResourceId = question.Key.Id, WithExpansion = true };
        var page = await question.View.GrantPageAsync(filter, question.From, Question.PageSize, question.Cancel);
        return await Reply.PageAsync(page, grant => RowAsync(question, grant), static (json, row) => row.Write(json));
    }

    public static async Task<HttpReply> EntitlementAsync(Question question)
    {
        var id = question.Required("id");
        var stored = await question.Details.FindEntitlementAsync(id, question.Cancel);
        var holders = await question.View.CountGrantsAsync(new() { EntitlementId = id }, ResourceApi.CountLimit, question.Cancel);
        if (stored is null && holders == 0)
            throw new NotThereException($"there is no entitlement {id}");
        var shape = await question.EntitlementAsync(id);
        var carriers = new GrantFilter { EntitlementId = id, OnlyExpandable = true, WithExpansion = true };
        var page = await question.View.GrantPageAsync(carriers, null, Question.PageSize, question.Cancel);
        var rows = await Reply.ShapesAsync(page, grant => RowAsync(question, grant));
        var types = stored?.GrantableTo.Take(MostSources) ?? [];
        return Reply.Object(json =>
        {
            json.WriteMember("entitlement", shape.Write);
            json.WriteBoolean("isStored", stored is not null);
            json.WriteString("description", Shape.Short(stored?.Description ?? ""));
            json.WriteString("purpose", stored?.Purpose.ToString() ?? "");
            json.WriteArray("grantableTo", types, static (json, type) => json.WriteStringValue(Shape.Short(Shape.Name(type.DisplayName, type.Id))));
            json.WriteNumber("holders", holders);
            json.WriteNumber("countLimit", ResourceApi.CountLimit);
            json.WriteArray("carriers", rows, static (json, row) => row.Write(json));
            json.WriteBoolean("hasMoreCarriers", page.Next is not null);
        });
    }

    /// <summary>What passes a grant on; null for one that is for its principal alone.</summary>
    public static GrantExpandable? Expansion(Grant grant) => grant.Annotations.Find<GrantExpandable>();

    /// <summary>The entitlements whose holders hold it too. Others than those of its principal may be named, but give nothing.</summary>
    public static async Task<List<EntitlementShape>> PassedOnAsync(Question question, Grant grant, int most)
    {
        var from = new List<EntitlementShape>();
        foreach (var id in Expansion(grant)?.EntitlementIds.Take(most) ?? [])
        {
            if (await question.Details.FindEntitlementAsync(id, question.Cancel) is { Resource.Id: { } owner } entitlement && owner.Equals(grant.Principal?.Id))
                from.Add(await question.ShapeAsync(entitlement));
        }
        return from;
    }

    static async ValueTask<Row> RowAsync(Question question, Grant grant)
    {
        var entitlement = await question.EntitlementAsync(grant.Entitlement.Id, grant.Entitlement.Resource);
        var sources = grant.Sources?.Sources.Keys.Where(source => source != grant.Entitlement.Id).Order(StringComparer.Ordinal).Take(MostSources) ?? [];
        var through = new List<EntitlementShape>();
        foreach (var source in sources)
            through.Add(await question.EntitlementAsync(source));
        var from = await PassedOnAsync(question, grant, MostSources);
        var isDirect = grant.Sources is not { Sources.Count: > 0 } || grant.Sources.Sources.ContainsKey(grant.Entitlement.Id);
        return new(grant.Id, entitlement, await question.ResourceAsync(grant.Principal?.Id), isDirect, through, from);
    }

    /// <summary>A grant.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="Entitlement">What is granted.</param>
    /// <param name="Principal">To whom.</param>
    /// <param name="IsDirect">Whether the source says so itself.</param>
    /// <param name="Through">The entitlements through which it is held.</param>
    /// <param name="From">The entitlements whose holders hold it too.</param>
    sealed record Row(
        string Id, EntitlementShape Entitlement, ResourceShape Principal, bool IsDirect, List<EntitlementShape> Through, List<EntitlementShape> From)
    {
        public void Write(Utf8JsonWriter json) => json.WriteObject(json =>
        {
            json.WriteString("id", Id);
            json.WriteMember("entitlement", Entitlement.Write);
            json.WriteMember("principal", Principal.Write);
            json.WriteBoolean("isDirect", IsDirect);
            json.WriteArray("through", Through, static (json, source) => source.Write(json));
            json.WriteArray("from", From, static (json, source) => source.Write(json));
        });
    }
}
