namespace Acme.Attributes;

[Connector("baton-attributes")]
public sealed partial class AttributesConnector;

public enum Level
{
    Low,
    High,
}

public abstract class Entity
{
    [Map(To.Id)]
    public Guid Key { get; init; }

    [Map(To.CreatedAt)]
    public DateTime Created { get; init; }

    public virtual string? Title { get; init; }
}

public class Account : Entity
{
    [Map(To.DisplayName), Profile("full_title")]
    public override string? Title { get; init; }

    [Map(To.Email)]
    public string? Work { get; init; }

    [Map(To.Email), Map(To.Login)]
    public string? Private { get; init; }

    [Map(To.Status)]
    public bool? Enabled { get; init; }

    [Map(To.AccountType)]
    public AccountType? Kind { get; init; }

    [Map(To.LastLogin)]
    public DateTimeOffset? Seen { get; init; }

    [Map(To.MfaEnabled)]
    public bool Mfa { get; init; }

    [Profile]
    public int CostCentre { get; init; }

    [Profile]
    public int? Badge { get; init; }

    [Profile]
    public float Ratio { get; init; }

    [Profile]
    public Level Level { get; init; }

    [Profile]
    public Level? LevelOrNone { get; init; }

    [Profile]
    public Uri? HomePage { get; init; }

    [Profile]
    public DateTime? Since { get; init; }

    [Profile]
    public List<string> Tags { get; init; } = [];

    [Profile]
    public string[]? Roles { get; init; }

    [Profile("raw_status")]
    internal string? RawStatus { get; init; }
}

public sealed record Position([Map(To.Id)] long? Number, [property: Map(To.DisplayName)] string Name, [Profile] bool? Managing, [Map(To.Description)] string? Text);

[ResourceType("account", Trait.User)]
public sealed partial class Accounts
{
    public IEnumerable<Account> ListAsync() => [];
}

[ResourceType("position", Trait.Role)]
[Entitlement("assigned")]
public sealed partial class Positions
{
    public IEnumerable<Position> ListAsync() => [];
}

public sealed record Key([Map(To.Id)] string? Fingerprint, [Map(To.ExpiresAt)] DateTimeOffset Expiry, [Map(To.LastUsedAt)] DateTime? Used);

[ResourceType("ssh-key", Trait.Secret)]
public sealed partial class Keys
{
    public IReadOnlyList<Key> ListAsync(ResourceKey<Accounts> owner) => owner.Id == "root" ? [] : throw new ConnectorException(ErrorCode.Unavailable, owner.Id);
}

public interface INamed
{
    [Map(To.Id)]
    string Id { get; }
}

public interface ISystem : INamed
{
    [Map(To.HelpUrl)]
    Uri Help { get; }

    [Map(To.SourceType)]
    string Source { get; }
}

[ResourceType("system", Trait.App)]
public sealed partial class Systems
{
    public IAsyncEnumerable<ISystem> ListAsync(CancellationToken ct) => throw new InvalidOperationException();
}
