namespace Acme.Phases;

[Connector("baton-phases", HelpUrl = "https://help.acme.example/phases")]
public sealed partial class PhasesConnector(Api api)
{
    public Task ValidateAsync(CancellationToken ct) => api.PingAsync(ct);

    internal static void ConfigureServices(Microsoft.Extensions.DependencyInjection.IServiceCollection services) { }
}

public sealed record Answer(IReadOnlyList<Team> Teams, string? NextToken);

public interface ISource
{
    Task<Answer> OpenAsync(string? token, CancellationToken ct);

    Task<Answer> ClosedAsync(string? token, CancellationToken ct);
}

public sealed record Position(bool Closed, string? Token);

[ResourceType("project", Trait.App)]
public sealed partial class Projects(ISource source)
{
    public async Task<Page<Team, Position>> ListAsync(Position? cursor, CancellationToken ct)
    {
        if (cursor is { Closed: true })
        {
            var closed = await source.ClosedAsync(cursor.Token, ct);
            return closed.NextToken is null ? new(closed.Teams) : new(closed.Teams, new Position(true, closed.NextToken));
        }
        var open = await source.OpenAsync(cursor?.Token, ct);
        return new(open.Teams, new Position(open.NextToken is null, open.NextToken));
    }

    static void Map(Team team, AppBuilder project) => project.Id(team.Id).DisplayName(team.Name).HelpUrl("https://help.acme.example");
}
