using Baton.Generators.Analyzers.Tests.Support;

namespace Baton.Generators.Analyzers.Tests;

/// <summary>Mistakes in methods that do tasks.</summary>
public sealed class TaskRuleTests
{
    const string Delete = "'Task M(ResourceKey resource, CancellationToken ct)', the same with 'Task<DeleteOutcome>', and with ResourceKey<T> of the class itself";

    const string Create = "'Task<Person> M(NewResource resource, CancellationToken ct)'";

    internal static readonly RuleCase[] Cases =
    [
        new("BATON5001", "result", Users("[DeleteResource] public [|void|] Remove(ResourceKey user) { }"),
            ["Users", "Remove", "DeleteResource", "its result 'void' is not among the supported ones", Delete]),
        new("BATON5001", "model of another type", Users("[CreateResource] public [|Task<Team>|] Add(NewResource user) => throw new NotSupportedException();"),
            ["Users", "Add", "CreateResource", "its result 'Task<Team>' is not among the supported ones", Create]),
        new("BATON5001", "no key", Users("[DeleteResource] public Task [|Remove|](CancellationToken ct) => Task.CompletedTask;"),
            ["Users", "Remove", "DeleteResource", "it needs exactly one parameter of type ResourceKey", Delete]),
        new("BATON5001", "text for a key", Users("[DeleteResource] public Task Remove([|string|] id) => Task.CompletedTask;"),
            ["Users", "Remove", "DeleteResource", "parameter 'id' has type 'string', for which there is no value", Delete]),
        new("BATON5002", "two methods", Users("""
            [DeleteResource] public Task Remove(ResourceKey user) => Task.CompletedTask;

                [[|DeleteResource|]] public Task Erase(ResourceKey user) => Task.CompletedTask;
            """), ["Users", "DeleteResource", "Remove", "Erase"]),
        new("BATON5003", "no option", Users("[[|RotateCredentials|]] public Task Rotate(ResourceKey user) => Task.CompletedTask;"),
            ["RotateCredentials", "Users", "no option is named"]),
        new("BATON5003", "option twice",
            Users("[RotateCredentials(CredentialOption.Sso, [|CredentialOption.Sso|])] public Task Rotate(ResourceKey user) => Task.CompletedTask;"),
            ["RotateCredentials", "Users", "option Sso is named twice"]),
        new("BATON5003", "preferred is not supported", Users("""
            [CreateAccount(CredentialOption.NoPassword, Preferred = [|CredentialOption.Sso|])]
                public Task<Person> Add(NewAccount user) => throw new NotSupportedException();
            """), ["CreateAccount", "Users", "the preferred option 'Sso' is not among the options"]),
        new("BATON5004", "type", "public sealed record Hire(string Name, [|DateTime|] Start);\n" + Users(Account),
            ["Start", "Users", "its type 'DateTime' is not supported here. Supported: string, bool, int, long, an enum, IReadOnlyList<string>, IReadOnlyDictionary<string, string>"]),
        new("BATON5004", "one name twice", "public sealed record Hire(string Name, [FormField(Name = \"name\")] string [|Other|]);\n" + Users(Account),
            ["Other", "Users", "another one is named 'name'"]),
        new("BATON5004", "no parameters", "public sealed record [|Hire|];\n" + Users(Account),
            ["Hire", "Users", "the record has no parameters behind its name, or it is generic"]),
        new("BATON5005", "not registered", Users(Issue("IssuedCredentialKind.Token, [|typeof(Team)|]")),
            ["Team", "Users", "is not a resource type of this connector: mark it with [ResourceType]"]),
        new("BATON5005", "no secret", Users(Issue("IssuedCredentialKind.Token, [|typeof(Tokens)|]")) + Tokens("PlainBuilder", "", "[DeleteResource]"),
            ["Tokens", "Users", "lacks Trait.Secret: add it"]),
        new("BATON5005", "never withdrawn", Users(Issue("IssuedCredentialKind.Token, [|typeof(Tokens)|]")) + Tokens("SecretBuilder", ", Trait.Secret", ""),
            ["Tokens", "Users", "has no [DeleteResource] method, so that nothing could withdraw the credential: add one"]),
        new("BATON5006", "no keys", Users(Issue("IssuedCredentialKind.KeyPair, typeof(Tokens)", mark: true)) + GoodTokens,
            ["Users", "offers a key pair but names no KeyProfiles"]),
        new("BATON5006", "weak key", Users(Issue("IssuedCredentialKind.KeyPair, typeof(Tokens), KeyProfiles = [|[\"RSA-1024\"]|]")) + GoodTokens,
            ["Users", "names key 'RSA-1024', which is there twice or is none of RSA-2048 to RSA-16384 in steps of 256, P-256, P-384, P-521, Ed25519, Ed448, X25519, X448"]),
        new("BATON5006", "scopes of a client", Users(Issue("IssuedCredentialKind.ClientSecret, typeof(Tokens), Scopes = [|[\"read\"]|]")) + GoodTokens,
            ["Users", "names Scopes, which ClientSecret does not have"]),
        new("BATON5006", "lives", Users(Issue("IssuedCredentialKind.Token, typeof(Tokens), MinLifetimeSeconds = [|60|], MaxLifetimeSeconds = 30")) + GoodTokens,
            ["Users", "has a shortest life that is longer than the longest"]),
    ];

    const string Account = "[CreateAccount(CredentialOption.NoPassword)] public Task<Person> Add(Hire hire) => throw new NotSupportedException();";

    public static TheoryData<string> Names => RuleCase.NamesOf(Cases);

    [Theory]
    [MemberData(nameof(Names))]
    public Task Mistake(string name) => RuleCase.VerifyAsync(Cases, name);

    static string GoodTokens => Tokens("SecretBuilder", ", Trait.Secret", "[DeleteResource]");

    static string Users(string methods) => $$"""
        [ResourceType("user")]
        public sealed partial class Users
        {
            public IEnumerable<Person> ListAsync() => [];

            {{methods}}

            static void Map(Person person, PlainBuilder user) => user.Id(person.Id);
        }

        """;

    static string Issue(string arguments, bool mark = false) => $"""
        [{(mark ? "[|IssueCredential|]" : "IssueCredential")}({arguments})]
            public Task<IssuedCredential> Issue(ResourceKey user, CredentialRequest request) => throw new NotSupportedException();
        """;

    static string Tokens(string builder, string traits, string delete) => $$"""
        [ResourceType("token"{{traits}})]
        public sealed partial class Tokens
        {
            public IEnumerable<Person> ListAsync() => [];

            {{delete}} public Task Remove(ResourceKey token) => Task.CompletedTask;

            static void Map(Person person, {{builder}} token) => token.Id(person.Id);
        }
        """;
}
