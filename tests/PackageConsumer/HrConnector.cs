using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Baton;

namespace Contoso.Hr;

[Connector("baton-contoso-hr", DisplayName = "Contoso HR")]
public sealed partial class HrConnector(HrSystem system)
{
    public Task ValidateAsync(CancellationToken ct) => system.PingAsync(ct);
}

[ConnectorConfig]
public sealed partial record HrConfig
{
    [Field(Description = "Department to read; all when not given")]
    public string Department { get; init; } = "";
}

public sealed record Person([property: Map(To.Id)] string Id, [property: Map(To.DisplayName)] string Name, [property: Map(To.Email)] string Email, string Department);

public sealed record Team(string Id, string Name);

public sealed class HrSystem(HrConfig config)
{
    static readonly Person[] Everybody =
    [
        new("1", "Zoë Nyström", "zoe@contoso.example", "sales"),
        new("2", "Ravi Rao", "ravi@contoso.example", "sales"),
        new("3", "Mei Lin", "mei@contoso.example", "legal"),
    ];

    public IEnumerable<Person> People => Everybody.Where(person => config.Department.Length == 0 || person.Department == config.Department);

    public IEnumerable<Team> Teams => People.Select(person => person.Department).Distinct().Select(name => new Team(name, $"Team {name}"));

    public async Task PingAsync(CancellationToken ct)
    {
        await Task.Yield();
        ct.ThrowIfCancellationRequested();
        if (config.Department.Length > 0 && Everybody.All(person => person.Department != config.Department))
            throw new ConnectorException(ErrorCode.InvalidArgument, $"there is no department {config.Department}");
    }
}

[ResourceType("person", Trait.User)]
public sealed partial class People(HrSystem system)
{
    public async IAsyncEnumerable<Person> ListAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await system.PingAsync(ct);
        foreach (var person in system.People)
            yield return person;
    }
}

[ResourceType("team", Trait.Group)]
[Entitlement("member", Purpose = Purpose.Assignment, DisplayName = "{resource} member")]
[Grantable("member", typeof(People))]
public sealed partial class Teams(HrSystem system)
{
    public IEnumerable<Team> ListAsync(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return system.Teams;
    }

    static void Map(Team team, GroupBuilder r) => r.Id(team.Id).DisplayName(team.Name);

    [Grants("member")]
    public IEnumerable<Grantee> Members(Team team) =>
        system.People.Where(person => person.Department == team.Id).Select(person => Grantee.User<People>(person.Id));
}
