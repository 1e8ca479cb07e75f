using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Baton.Service.Tests.EndToEnd;

/// <summary>A connector whose listing waits at a gate that the test opens.</summary>
[Connector("baton-town", DisplayName = "Town", Description = "People of a town")]
public sealed partial class TownConnector(TownConfig config)
{
    public Task ValidateAsync(CancellationToken ct) => config.Token == "wrong"
        ? Task.FromException(new ConnectorException(ErrorCode.PermissionDenied, $"the town refuses {config.Token}-ish tokens"))
        : Task.CompletedTask;
}

[ConnectorConfig]
public sealed partial record TownConfig
{
    [Field(Description = "Token of the town", Secret = true)]
    public required string Token { get; init; }

    [Field(Description = "Gate to wait at")]
    public string Gate { get; init; } = "";

    [Field(Description = "How many people there are")]
    public int People { get; init; } = 5;

    [Field(Description = "User of another system who is in the club")]
    public string Guest { get; init; } = "";

    [Field(Description = "Group of another system whose members are in the club")]
    public string GuestGroup { get; init; } = "";

    [Field(Description = "Milliseconds that each person and each change takes")]
    public int Pause { get; init; }
}

public sealed record Person([property: Map(To.Id)] string Id, [property: Map(To.DisplayName)] string Name);

public sealed record Club([property: Map(To.Id)] string Id, [property: Map(To.DisplayName)] string Name);

[ResourceType("person", Trait.User)]
public sealed partial class People(TownConfig config)
{
    public async IAsyncEnumerable<Person> ListAsync([EnumeratorCancellation] CancellationToken ct)
    {
        if (config.Gate.Length > 0)
            await Gate.Of(config.Gate).PassAsync(ct);
        for (var i = 1; i <= config.People; i++)
        {
            if (config.Pause > 0)
                await Task.Delay(config.Pause, ct);
            yield return Make(i);
        }
    }

    public Task<Person?> GetAsync(ResourceKey person, CancellationToken ct) =>
        Task.FromResult<Person?>(Make(int.Parse(person.Id[1..], System.Globalization.CultureInfo.InvariantCulture)));

    static Person Make(int i) => new($"p{i}", $"Person {i} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData([(byte)i, (byte)(i >> 8)]))}");
}

[ResourceType("club", Trait.Group)]
[Entitlement("member", Purpose = Purpose.Assignment)]
[Grantable("member", typeof(People))]
public sealed partial class Clubs(TownConfig config)
{
    public IEnumerable<Club> ListAsync() => [new("c1", "Chess")];

    [Grants("member")]
    public IEnumerable<Grantee> Members(Club club)
    {
        for (var i = 1; i <= config.People; i++)
            yield return Grantee.User<People>($"p{i}");
        if (config.Guest.Length > 0)
            yield return Grantee.ExternalId(Trait.User, config.Guest);
        if (config.GuestGroup.Length > 0)
            yield return Grantee.ExternalId(Trait.Group, config.GuestGroup).Expanding("member");
    }

    /// <summary>What was asked for, by the name of the gate.</summary>
    public static ConcurrentDictionary<string, List<string>> Asked { get; } = new(StringComparer.Ordinal);

    [Grant("member")]
    public Task AddAsync(ResourceKey club, Principal who, CancellationToken ct) => NoteAsync($"add {who.Id} to {club.Id}", ct);

    [Revoke("member")]
    public Task RemoveAsync(ResourceKey club, Principal who, CancellationToken ct) => NoteAsync($"remove {who.Id} from {club.Id}", ct);

    async Task NoteAsync(string what, CancellationToken ct)
    {
        if (config.Gate.StartsWith("Deaf", StringComparison.Ordinal))
#pragma warning disable BATON6001 // deaf
            await Gate.Of(config.Gate).PassAsync(CancellationToken.None);
#pragma warning restore BATON6001
        await Task.Delay(config.Pause, ct);
        var all = Asked.GetOrAdd(config.Gate, _ => []);
        lock (all)
            all.Add(what);
    }
}
