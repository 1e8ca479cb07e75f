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
