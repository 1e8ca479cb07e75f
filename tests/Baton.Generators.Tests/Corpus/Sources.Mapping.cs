namespace Baton.Generators.Tests.Corpus;

static partial class Sources
{
    /// <summary>Mapping by attributes: every part, every conversion, inherited and positional properties.</summary>
    public const string Attributes = Usings + """
        namespace Acme
        {
            public enum Tier { Free, Paid }

            public abstract record Thing([property: Map(To.Id)] string Id, [Map(To.DisplayName)] string? Name);

            public sealed record Person(string Id, string? Name, [Map(To.Email)] string? Mail, [Map(To.Status)] bool? Active) : Thing(Id, Name)
            {
                [Map(To.Description)] public string? About { get; init; }
                [Map(To.Login)] public string? Login { get; init; }
                [Map(To.LoginAlias)] public string? Alias { get; init; }
                [Map(To.EmployeeId)] public string? Number { get; init; }
                [Map(To.CreatedAt)] public DateTime? Created { get; init; }
                [Map(To.LastLogin)] public DateTimeOffset? LastSeen { get; init; }
                [Map(To.AccountType)] public AccountType? Kind { get; init; }
                [Map(To.MfaEnabled)] public bool? Mfa { get; init; }
                [Map(To.SsoEnabled)] public bool Sso { get; init; }
                [Map(To.GivenName)] public string? Given { get; init; }
                [Map(To.FamilyName)] public string? Family { get; init; }
                [Profile] public string? CostCenter { get; init; }
                [Profile("tier")] public Tier Tier { get; init; }
                [Profile("last_tier")] public Tier? LastTier { get; init; }
                [Profile("uid")] public Guid? Uid { get; init; }
                [Profile("home")] public Uri? Home { get; init; }
                [Profile("count")] public int Count { get; init; }
                [Profile("size")] public long? Size { get; init; }
                [Profile("score")] public double? Score { get; init; }
                [Profile("vip")] public bool? Vip { get; init; }
                [Profile("hired")] public DateTimeOffset? Hired { get; init; }
                [Profile("left")] public DateTime? Left { get; init; }
                [Profile("tags")] public IReadOnlyList<string>? Tags { get; init; }
            }

            [ResourceType("person", Trait.User)]
            public sealed partial class People
            {
                public static IEnumerable<Person> ListAsync() => [];
            }

            public sealed class Machine
            {
                [Map(To.Id)] public long Number { get; init; }
                [Map(To.Status)] public ResourceStatus State { get; init; }
                [Map(To.HelpUrl)] public Uri? Help { get; init; }
                [Map(To.SourceType)] public string? Source { get; init; }
            }

            [ResourceType("machine", Trait.App)]
            public sealed partial class Machines
            {
                public static IEnumerable<Machine> ListAsync() => [];
            }

            public readonly record struct Ticket([Map(To.Id)] Guid Id, [Map(To.ExpiresAt)] DateTimeOffset? Ends, [Map(To.LastUsedAt)] DateTime Used);

            [ResourceType("ticket", Trait.Secret)]
            public sealed partial class Tickets
            {
                public static IEnumerable<Ticket> ListAsync() => [];
            }
        }
        """;
}
