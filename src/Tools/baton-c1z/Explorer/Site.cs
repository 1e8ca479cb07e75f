using System.Net;

namespace Baton.C1ZTool.Explorer;

/// <summary>What is at which address: files of the page, and data under <c>api/</c>. Everything only reads.</summary>
sealed class Site(Gate gate, Library library, DiffApi diff, TimeProvider time)
{
    const string Api = "api/";

    public async Task<HttpReply> AnswerAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (gate.Refuse(request, out var path) is { } refusal)
            return refusal;
        if (!path.StartsWith(Api, StringComparison.Ordinal))
            return Assets.Find(path) ?? HttpReply.Text(HttpStatusCode.NotFound, "there is no such page");
        try
        {
            return await DataAsync(path[Api.Length..], request, cancellationToken);
        }
        catch (NotThereException e)
        {
            return Reply.Error(HttpStatusCode.NotFound, e.Message);
        }
        catch (ToolException e)
        {
            return Reply.Error(HttpStatusCode.BadRequest, e.Message);
        }
        catch (Exception e) when (Failure.IsOne(e))
        {
            return Reply.Error(HttpStatusCode.InternalServerError, e.Message);
        }
    }

    async Task<HttpReply> DataAsync(string name, HttpRequest request, CancellationToken cancellationToken)
    {
        if (name == "syncs")
            return await OverviewApi.SyncsAsync(library, cancellationToken);
        var sync = await library.OpenAsync(request.Query.GetValueOrDefault("sync"), cancellationToken);
        var question = new Question(request, sync, cancellationToken);
        return await (name switch
        {
            "overview" => OverviewApi.OverviewAsync(question),
            "search" => SearchApi.ResourcesAsync(question, time),
            "search-entitlements" => SearchApi.EntitlementsAsync(question, time),
            "resource" => ResourceApi.ResourceAsync(question),
            "children" => ResourceApi.ChildrenAsync(question),
            "entitlements" => ResourceApi.EntitlementsAsync(question),
            "entitlement" => GrantApi.EntitlementAsync(question),
            "grants" => GrantApi.GrantsAsync(question),
            "access" => AccessApi.AccessAsync(question),
            "why" => AccessApi.WhyAsync(question),
            "graph" => GraphApi.GraphAsync(question),
            "diff" => diff.DiffAsync(question),
            _ => throw new NotThereException($"there is no {name}"),
        });
    }
}
