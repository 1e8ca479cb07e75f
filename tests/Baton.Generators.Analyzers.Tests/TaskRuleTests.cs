using Baton.Generators.Analyzers.Tests.Support;

namespace Baton.Generators.Analyzers.Tests;

/// <summary>Mistakes in methods that do tasks.</summary>
public sealed class TaskRuleTests
{
    const string Delete = "'Task M(ResourceKey resource, CancellationToken ct)', the same with 'Task<DeleteOutcome>', and with ResourceKey<T> of the class itself";

    const string Create = "'Task<Person> M(NewResource resource, CancellationToken ct)'";

    internal static readonly RuleCase[] Cases =
    [
        new("BATON5001", "result", Users("[DeleteResource] public [|void|] Remove(ResourceKey user) => Work.DoneAsync();"),
            ["Users", "Remove", "DeleteResource", "its result 'void' is not among the supported ones", Delete]),
        new("BATON5001", "model of another type", Users("[CreateResource] public [|Task<Team>|] Add(NewResource user) => throw new InvalidOperationException();"),
            ["Users", "Add", "CreateResource", "its result 'Task<Team>' is not among the supported ones", Create]),
        new("BATON5001", "no key", Users("[DeleteResource] public Task [|Remove|](CancellationToken ct) => Work.DoneAsync();"),
            ["Users", "Remove", "DeleteResource", "it needs exactly one parameter of type ResourceKey", Delete]),
        new("BATON5001", "text for a key", Users("[DeleteResource] public Task Remove([|string|] id) => Work.DoneAsync();"),
            ["Users", "Remove", "DeleteResource", "parameter 'id' has type 'string', for which there is no value", Delete]),
        new("BATON5002", "two methods", Users("""
            [DeleteResource] public Task Remove(ResourceKey user) => Work.DoneAsync();

                [[|DeleteResource|]] public Task Erase(ResourceKey user) => Work.DoneAsync();
            """), ["Users", "DeleteResource", "Remove", "Erase"]),
        new("BATON5003", "no option", Users("[[|RotateCredentials|]] public Task Rotate(ResourceKey user) => Work.DoneAsync();"),
            ["RotateCredentials", "Users", "no option is named"]),
        new("BATON5003", "option twice",
            Users("[RotateCredentials(CredentialOption.Sso, [|CredentialOption.Sso|])] public Task Rotate(ResourceKey user) => Work.DoneAsync();"),
            ["RotateCredentials", "Users", "option Sso is named twice"]),
        new("BATON5003", "preferred is not supported", Users("""
            [CreateAccount(CredentialOption.NoPassword, Preferred = [|CredentialOption.Sso|])]
                public Task<Person> Add(NewAccount user) => throw new InvalidOperationException();
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
        new("BATON5001", "answer of an action", Users("[Action(\"a\")] public [|Task<int>|] Count() => throw new InvalidOperationException();"),
            ["Users", "Count", "Action", "its result 'Task<int>' is not among the supported ones", Action]),
        new("BATON5004", "argument", Users("[Action(\"a\")] public Task Run([|Team|] team) => Work.DoneAsync();"), [
            "team", "Users",
            "its type 'Team' is not supported here. Supported: string, bool, int, long, an enum, IReadOnlyList<string>, " +
                "IReadOnlyDictionary<string, string>, ResourceKey, ResourceKey<T>, ActionResource, IReadOnlyList of ResourceKey, ActionResource, ActionEntitlement or ActionGrant",
        ]),
        new("BATON5007", "name", Users("[Action([|\"lock it\"|])] public Task Lock() => Work.DoneAsync();"),
            ["lock it", "Users", "a name has 1 to 1024 letters, digits, '_', '-' and '.'"]),
        new("BATON5007", "name twice", Users("[Action(\"a\")] public Task One() => Work.DoneAsync(); [Action([|\"a\"|])] public Task Two() => Work.DoneAsync();"),
            ["a", "Users", "'One' has the name as well: give it another one"]),
        new("BATON5007", "type twice", Users("""
            [Action("a", ActionType.AccountDisable)] public Task One() => Work.DoneAsync();

                [Action("b", [|ActionType.AccountDisable|])] public Task Two() => Work.DoneAsync();
            """), ["b", "Users", "another action of 'Users' has type AccountDisable, and C1 needs to know which one to take"]),
        new("BATON4013", "rules of a form's fields", Users("""
            [Action("a")]
            public Task Do([FormField(Min = [|1|])] string text, [FormField(MaxItems = 2, Pattern = [|"x"|])] IReadOnlyList<ResourceKey> all,
                [FormField(Unique = [|true|])] ResourceKey one) => Work.DoneAsync();
            """),
            ["Min", "text", "it is no rule for 'string'"], ["Pattern", "all", "it is no rule for 'IReadOnlyList<ResourceKey>'"],
            ["Unique", "one", "it is no rule for 'ResourceKey'"]),
        new("BATON5008", "no parameter", Users(Constraint("MutuallyExclusive, \"left\", [|\"middle\"|]", "ActionConstraint")), ["Go", "Users", "the method has no parameter 'middle'"]),
        new("BATON5008", "one parameter", Users(Constraint("AtLeastOne, \"left\"")), ["Go", "Users", "it needs two parameters or more, and no On"]),
        new("BATON5008", "twice", Users(Constraint("AtLeastOne, \"left\", \"left\"")), ["Go", "Users", "a parameter is named twice"]),
        new("BATON5008", "on nothing", Users(Constraint("DependentOn, \"left\"")), ["Go", "Users", "it names no parameters, or none in On"]),
        new("BATON5008", "required", Users(Constraint("MutuallyExclusive, \"left\", \"name\"")),
            ["Go", "Users", "'name' is required, and would exclude the others for ever"]),
        new("BATON5009", "no kinds", Connector("[[|EventFeed|](\"f\")]", "string? cursor"), ["f", "Acme", "it names no kind of event"]),
        new("BATON5009", "no id", Connector("[EventFeed([|\"\"|], EventKind.Usage)]", "string? cursor"), ["", "Acme", "an id has 1 to 1024 bytes"]),
        new("BATON5001", "feed without a cursor", Connector("[EventFeed(\"f\", EventKind.Usage)]", "", "[|Events|]"),
            ["Acme", "Events", "EventFeed", "it does not take the cursor, a 'string?'", EventFeed]),
    ];

    const string Action =
        "'Task M(…, CancellationToken ct)' and 'Task<TRecord> M(…, CancellationToken ct)' with a positional record of what the action answers; " +
        "what it takes are parameters of types that a form can show";

    const string EventFeed =
        "'Task<EventPage> M(DateTimeOffset since, string? cursor, CancellationToken ct)' and " +
        "'Task<EventPage<TCursor>> M(DateTimeOffset since, TCursor? cursor, CancellationToken ct)', each with an 'int' for the wished size of the page";

    const string Account = "[CreateAccount(CredentialOption.NoPassword)] public Task<Person> Add(Hire hire) => throw new InvalidOperationException();";

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

    static string Constraint(string arguments, string attribute = "[|ActionConstraint|]") => $"""
        [Action("go"), {attribute}(ActionConstraintKind.{arguments})]
            public Task Go(string name, string? left, string? right) => Work.DoneAsync();
        """;

    static string Connector(string attribute, string parameters, string name = "Events") => $$"""
        [Connector("baton-acme")]
        public sealed partial class Acme
        {
            {{attribute}}
            public Task<EventPage> {{name}}({{parameters}}) => throw new InvalidOperationException();
        }
        """;

    static string Issue(string arguments, bool mark = false) => $"""
        [{(mark ? "[|IssueCredential|]" : "IssueCredential")}({arguments})]
            public Task<IssuedCredential> Issue(ResourceKey user, CredentialRequest request) => throw new InvalidOperationException();
        """;

    static string Tokens(string builder, string traits, string delete) => $$"""
        [ResourceType("token"{{traits}})]
        public sealed partial class Tokens
        {
            public IEnumerable<Person> ListAsync() => [];

            {{delete}} public Task Remove(ResourceKey token) => Work.DoneAsync();

            static void Map(Person person, {{builder}} token) => token.Id(person.Id);
        }
        """;
}
