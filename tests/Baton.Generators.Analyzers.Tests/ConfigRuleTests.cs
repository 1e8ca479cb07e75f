using Baton.Generators.Analyzers.Tests.Support;

namespace Baton.Generators.Analyzers.Tests;

public sealed class ConfigRuleTests
{
    internal static readonly RuleCase[] Cases =
    [
        new("BATON4001", "derived name", Config("""
            [Field]
            public string [|LogLevel|] { get; init; } = "info";
            """), ["log-level", "LogLevel", "the flag '--log-level'"]),
        new("BATON4001", "given name", Config("""
            [Field(Description = "Where to write", Name = [|"file"|])]
            public string? Output { get; init; }
            """), ["file", "Output", "the flag '--file'"]),
        new("BATON4001", "only the variable is the same", Config("""
            [Field(Name = [|"Client_ID"|])]
            public string? Application { get; init; }
            """), ["Client_ID", "Application", "the flag '--client-id'"]),
        new("BATON4001", "variable without flag", Config("""
            [Field]
            public string? [|ConfigPath|] { get; init; }
            """), ["config-path", "ConfigPath", "the environment variable BATON_CONFIG_PATH"]),

        new("BATON4002", "words that mean a credential", Config("""
            [Field]
            public required string [|ApiToken|] { get; init; }

            [Field]
            public string? [|AdminPassword|] { get; init; }

            [Field]
            public string? [|AccessKey|] { get; init; }

            [Field]
            public string[] [|SharedSecrets|] { get; init; } = [];

            [Field(Name = "pwd")]
            public string? [|Word|] { get; init; }
            """), ["ApiToken"], ["AdminPassword"], ["AccessKey"], ["SharedSecrets"], ["Word"]),

        new("BATON4003", "given and derived", Config("""
            [Field]
            public string? Region { get; init; }

            [Field(Name = [|"region"|])]
            public string? Zone { get; init; }
            """), ["Region", "Zone", "region", "BATON_REGION"]),
        new("BATON4003", "same variable", Config("""
            [Field(Name = "base_url")]
            public string? Address { get; init; }

            [Field]
            public string? [|BaseUrl|] { get; init; }
            """), ["Address", "BaseUrl", "base-url", "BATON_BASE_URL"]),

        new("BATON4004", "characters", Config("""
            [Field(Name = [|"base url"|])]
            public string? Address { get; init; }

            [Field]
            public string? [|Größe|] { get; init; }

            [Field(Name = [|""|])]
            public string? Empty { get; init; }

            [Field]
            public string? [|_2fa|] { get; init; }
            """), ["base url", "Address"], ["größe", "Größe"], ["", "Empty"], ["2fa", "_2fa"]),

        new("BATON4005", "types", Config("""
            [Field]
            public [|double|] Ratio { get; init; }

            [Field]
            public [|List<string>|] Names { get; init; } = [];

            [Field]
            public [|string[,]?|] Table { get; init; }

            [Field]
            public [|DateTimeOffset?|] Since { get; init; }
            """),
            ["Ratio", "double", "no flag can hold it"], ["Names", "List<string>", "no flag can hold it"],
            ["Table", "string[,]?", "no flag can hold it"], ["Since", "DateTimeOffset?", "no flag can hold it"]),
        new("BATON4005", "enum whose members look alike", Config("""
            [Field]
            public [|Mode|] Mode { get; init; }
            """) + """

            public enum Mode { ReadOnly, readOnly }
            """, ["Mode", "Mode", "two of its members are both 'read-only' on the command line"]),

        new("BATON4006", "setters", Config("""
            [Field]
            public string? [|Region|] { get; }

            [Field]
            public static string? [|Zone|] { get; set; }
            """), ["Region", "it has no setter"], ["Zone", "it is static"]),
        new("BATON4006", "setter of a base record", """
            public abstract record Common
            {
                [Field]
                public string? [|Region|] { get; private init; }
            }

            [ConnectorConfig]
            public sealed partial record Settings : Common;
            """, ["Region", "its setter is not accessible"]),

        new("BATON4007", "class", """
            [ConnectorConfig]
            public sealed partial class [|Settings|];
            """, ["Settings", "is a class"]),
        new("BATON4007", "positional", """
            [ConnectorConfig]
            public sealed partial record [|Settings|](string Region);
            """, ["Settings", "has no constructor without parameters"]),

        new("BATON4008", "taken or no letter", Config("""
            [Field(ShortHand = [|'f'|])]
            public string? Folder { get; init; }

            [Field(ShortHand = [|'-'|])]
            public string? Dash { get; init; }
            """), ["Folder", "f", "'-f' is '--file' of every connector"], ["Dash", "-", "use a letter or a digit"]),
        new("BATON4008", "twice", Config("""
            [Field(ShortHand = 'r')]
            public string? Region { get; init; }

            [Field(ShortHand = 'r')]
            public string? [|Realm|] { get; init; }
            """), ["Realm", "r", "'Region' has it"]),

        new("BATON4009", "required bool", Config("""
            [Field]
            public required bool [|VerifyTls|] { get; init; }
            """), ["VerifyTls"]),

        new("BATON4010", "required without Field", Config("""
            public required string [|Region|] { get; init; }

            public required string [|_zone|];
            """), ["Region", "Settings"], ["_zone", "Settings"]),

        new("BATON4011", "two configurations", """
            [ConnectorConfig]
            public sealed partial record First;

            [[|ConnectorConfig|]]
            public sealed partial record Second;
            """, ["First", "Second"]),

        new("BATON4012", "relations that cannot hold", """
            [RequiredTogether(nameof(Settings.User), [|"Pasword"|])]
            [[|MutuallyExclusive|](nameof(Settings.User))]
            [MutuallyExclusive(nameof(Settings.User), [|nameof(Settings.User)|])]
            [[|MutuallyExclusive|](nameof(Settings.User), nameof(Settings.Region))]
            [DependentOn([|"Zone"|], nameof(Settings.User))]
            [[|DependentOn|](nameof(Settings.User))]
            [[|DependentOn|](nameof(Settings.User), nameof(Settings.User))]
            [AtLeastOne(nameof(Settings.User), nameof(Settings.Age))]
            [ConnectorConfig]
            public sealed partial record Settings
            {
                [Field]
                public string? User { get; init; }

                [Field]
                public required string Region { get; init; }

                [Field]
                public int? Age { get; init; }
            }
            """,
            ["[RequiredTogether]", "Settings", "'Pasword' is no property with [Field]"], ["[MutuallyExclusive]", "Settings", "it takes at least two settings"],
            ["[MutuallyExclusive]", "Settings", "'User' is named twice"],
            ["[MutuallyExclusive]", "Settings", "'Region' is required, so the others could never be given"],
            ["[DependentOn]", "Settings", "'Zone' is no property with [Field]"],
            ["[DependentOn]", "Settings", "it names nothing that the setting depends on"], ["[DependentOn]", "Settings", "a setting cannot depend on itself"]),

        new("BATON4005", "shared flags", Config("""
            [Field(Shared = true)]
            public bool Ticketing { get; init; }

            [Field(Shared = true)]
            public string? [|Workers|] { get; init; }

            [Field(Shared = true)]
            public bool [|Colour|] { get; init; }
            """),
            ["Workers", "string?", "the flag '--workers' holds another type: int"],
            ["Colour", "bool", "no connector's form shows a shared flag of that name; shared flags are external-resource-c1z, " +
                "external-resource-entitlement-id-filter, skip-entitlements-and-grants, skip-full-sync, sync-resource-types, ticketing, workers"]),

        new("BATON4013", "other types, patterns, limits", Config("""
            [Field(MinLength = [|3|], Min = 1, Max = [|0|], In = [|["1", "x"]|])]
            public int Count { get; init; }

            [Field(Pattern = [|"^\\w+$"|], MinItems = [|1|])]
            public string? Name { get; init; }

            [Field(Pattern = [|"a.*?b"|])]
            public string? Lazy { get; init; }

            [Field(Pattern = [|"(a"|], MinItems = 2, Unique = true, MaxLength = 4, MinLength = 3)]
            public string[] Names { get; init; } = [];

            [Field(Prefix = [|"x"|], Equal = [|"yes"|])]
            public bool On { get; init; }
            """),
            ["MinLength", "Count", "it is no rule for 'int'"], ["Max", "Count", "it is less than Min"], ["In", "Count", "the values are no numbers"],
            ["Pattern", "Name", "POSIX patterns have no '\\w'; write a class, for example [0-9] or [[:alpha:]]"], ["MinItems", "Name", "it is no rule for 'string?'"],
            ["Pattern", "Lazy", "POSIX patterns have no lazy or possessive repetition"],
            ["Pattern", "Names", "Invalid pattern '(a' at offset 2. Not enough )'s."], ["Prefix", "On", "it is no rule for 'bool'"], ["Equal", "On", "'yes' is no 'bool'"]),

        new("BATON4014", "negative: what every group needs", """
            [FieldGroup("token", nameof(Settings.Region), nameof(Settings.Key), Default = true)]
            [FieldGroup("login", nameof(Settings.User), nameof(Settings.Region))]
            [ConnectorConfig]
            public sealed partial record Settings
            {
                [Field(Required = true)]
                public string? User { get; init; }

                [Field(Required = true)]
                public string? Key { get; init; }

                [Field]
                public required string Region { get; init; }
            }
            """),
        new("BATON4014", "groups that cannot be chosen", """
            [FieldGroup("token", nameof(Settings.Key), Default = true)]
            [FieldGroup([|"token"|], nameof(Settings.User))]
            [FieldGroup([|""|], nameof(Settings.User))]
            [FieldGroup([|"empty"|])]
            [FieldGroup("login", nameof(Settings.User), Default = [|true|])]
            [FieldGroup([|"region"|], nameof(Settings.Region))]
            [FieldGroup("other", [|"Zone"|])]
            [ConnectorConfig]
            public sealed partial record Settings
            {
                [Field]
                public string? User { get; init; }

                [Field(Required = true)]
                public string? Key { get; init; }

                [Field]
                public required string Region { get; init; }
            }
            """,
            ["group 'token'", "Settings", "another one has its name"], ["group ''", "Settings", "its name is empty"],
            ["group 'empty'", "Settings", "it has no settings"], ["group 'login'", "Settings", "another one is the default already"],
            ["group 'region'", "Settings",
                "'Region' is a required member, so no other group could be chosen: make it nullable and write Required = true in its [Field]"],
            ["group 'other'", "Settings", "'Zone' is no property with [Field]"]),
    ];

    public static TheoryData<string> Names => RuleCase.NamesOf(Cases);

    [Theory]
    [MemberData(nameof(Names))]
    public Task Mistake(string name) => RuleCase.VerifyAsync(Cases, name);

    static string Config(string members) => $$"""
        [ConnectorConfig]
        public sealed partial record Settings
        {
        {{members}}
        }
        """;
}
