using System.Net.Http.Json;

namespace Acme.HttpSource;

[Connector("baton-http-source")]
public sealed partial class HttpSourceConnector(Client client)
{
    public Task ValidateAsync(CancellationToken ct) => client.PageAsync(null, ct);
}

public sealed record TeamPage(IReadOnlyList<Team> Teams, string? Next);

public sealed class Client(HttpClient http)
{
    public async Task<TeamPage> PageAsync(string? token, CancellationToken ct) =>
        await http.GetFromJsonAsync<TeamPage>($"https://api.acme.example/teams?token={token}", ct)
            ?? throw new ConnectorException(ErrorCode.DataLoss, "the answer is empty");
}

[ResourceType("team", Trait.App)]
public sealed partial class Teams(Client client)
{
    public async Task<Page<Team>> ListAsync(string? cursor, CancellationToken ct)
    {
        var (teams, next) = await client.PageAsync(cursor, ct);
        return new(teams, next);
    }

    static void Map(Team team, AppBuilder app) => app.Id(team.Id).DisplayName(team.Name);
}
