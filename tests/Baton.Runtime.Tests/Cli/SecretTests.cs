using Baton.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Baton.Runtime.Tests.Cli;

/// <summary>Every way to fail, with a secret on the way; nothing that the program writes may hold it.</summary>
public sealed class SecretTests
{
    const string Canary = "c4n4ry/s3cr3t+value";

    public static TheoryData<string> Settings => ["api-token", "pin", "door", "mode", "flag"];

    public static TheoryData<string, bool> Formats => new()
    {
        { "json", false },
        { "console", false },
        { "json", true },
        { "console", true },
    };

    [Theory, MemberData(nameof(Settings))]
    public async Task A_value_on_the_command_line_is_not_echoed(string name)
    {
        using var lab = Prepare(name);
        await lab.RunAsync($"--{name}={Canary}");
        AssertSilent(lab);
        await lab.RunAsync($"--{name}={Canary}", "--workers=x");
        AssertSilent(lab);
        await lab.RunAsync($"--{name}={Canary}", "--nope");
        AssertSilent(lab);
        await lab.RunAsync($"--{name}={Canary}", "--client-id=1");
        AssertSilent(lab);
        await lab.RunAsync($"--{name}={Canary}", "--help");
        AssertSilent(lab);
        await lab.RunAsync("capabilities", $"--{name}={Canary}", "--page-size=x");
        AssertSilent(lab);
    }

    [Theory, MemberData(nameof(Settings))]
    public async Task A_value_in_the_environment_is_not_echoed(string name)
    {
        using var lab = Prepare(name).Set("BATON_" + name.Replace('-', '_').ToUpperInvariant(), Canary);
        await lab.RunAsync();
        AssertSilent(lab);
        await lab.RunAsync("--region=nowhere");
        AssertSilent(lab);
        await lab.RunAsync("--ticketing");
        AssertSilent(lab);
    }

    [Theory, MemberData(nameof(Settings))]
    public async Task A_value_in_the_file_is_not_echoed(string name)
    {
        string[] files =
        [
            $"{name}: {Canary}", $"{name}: [{Canary}]", $"{name}: {{a: {Canary}}}", $"{name}: \"{Canary}", $"{name}: {Canary}\n- x", $"{name}x: {Canary}",
            $"{name}: *{Canary}", $"{name}: !!{Canary} x", $"- {Canary}", $"{name}: @{Canary}", $"{name}: {Canary}\n{name}: {Canary}", $"{name}: |9 {Canary}",
            $"{name}: '{Canary}' {Canary}", $"{name}: {Canary}: {Canary}", $"---\n{name}: {Canary}\n---\n{Canary}", $"{name}: \"\\q{Canary}\"", Canary,
        ];
        foreach (var file in files)
        {
            using var lab = Prepare(name).Write(".baton.yaml", file);
            await lab.RunAsync("--log-level=debug");
            AssertSilent(lab);
        }
    }

    [Theory]
    [InlineData("client-secret")]
    public async Task So_are_those_of_every_connector(string name)
    {
        using var lab = new Lab();
        await lab.RunAsync("--api-token=tok", "--client-id=i", $"--{name}={Canary}");
        AssertSilent(lab);
        await lab.RunAsync("--api-token=tok", $"--{name}={Canary}");
        AssertSilent(lab);
    }

    [Theory]
    [InlineData("-client-secret")]
    [InlineData("---client-secret")]
    [InlineData("-ax")]
    public async Task A_value_behind_a_misspelt_flag_is_not_echoed(string flag)
    {
        using var lab = new Lab();
        Assert.Equal(2, await lab.RunAsync($"{flag}={Canary}"));
        Assert.Contains(flag, lab.Error, StringComparison.Ordinal);
        AssertSilent(lab);
    }

    [Theory]
    [InlineData(ConfigFieldKind.StringList, "one-of-two,c4n4ry-s3cr3t")]
    [InlineData(ConfigFieldKind.StringMap, "x=one-of-two,y=c4n4ry-s3cr3t")]
    [InlineData(ConfigFieldKind.String, "-----BEGIN KEY-----\nc4n4ry-s3cr3t-key\n-----END KEY-----")]
    [InlineData(ConfigFieldKind.File, "-----BEGIN KEY-----\nc4n4ry-s3cr3t-key\n-----END KEY-----")]
    [InlineData(ConfigFieldKind.Uri, "https://somebody:c4n4ry-s3cr3t@x.example/", false)]
    public async Task A_part_of_a_value_is_censored(ConfigFieldKind kind, string value, bool isSecret = true)
    {
        LabManifest manifest = null!;
        using var lab = new Lab
        {
            Manifest = manifest = new()
            {
                Fields = [new() { Name = "setting", Kind = kind, Secret = isSecret }],
                Creating = static _ => [new FakeSyncer(Users.Definition) { Items = [] }],
                Validating = (_, _) =>
                {
                    Assert.True(manifest.Values!.TryGet("setting", out var _));
                    throw new HttpRequestException($"refused {(value.Contains('\n', StringComparison.Ordinal) ? "c4n4ry-s3cr3t-key" : "c4n4ry-s3cr3t")}");
                },
            },
        };
        lab.Write("file", value);
        await lab.RunAsync($"--setting={(kind == ConfigFieldKind.File ? lab.PathOf("file") : value)}", "--log-level=debug");
        AssertSilent(lab);
        Assert.Contains("refused [redacted]", lab.Error, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Formats))]
    public async Task A_connector_that_talks_too_much_is_censored(string format, bool isTerminal)
    {
        using var lab = new Lab
        {
            ErrorIsTerminal = isTerminal,
            Manifest = new LabManifest
            {
                Creating = static _ => [new FakeSyncer(Users.Definition) { Items = [new(Canary, Canary)] }],
                Validating = static (services, _) =>
                {
                    var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("chatty");
                    using (logger.BeginScope(new Dictionary<string, object?> { ["scope"] = Canary }))
                    {
                        logger.LogWarning(new InvalidOperationException(Canary), "token {Token} at {Uri}", Canary, "https://x/?t=" + Uri.EscapeDataString(Canary));
                        logger.LogWarning("{List} {Object}", new[] { Canary }, new Chatty());
                    }
                    services.GetRequiredService<ISyncWarnings>().Add($"cannot read with {Canary}");
                    return Task.CompletedTask;
                },
            },
        };
        Assert.Equal(0, await lab.RunAsync("--api-token", Canary, "--log-format", format, "--log-level=debug"));
        AssertSilent(lab);
        Assert.Contains("[redacted]", lab.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task So_is_a_failure_that_tells_it()
    {
        using var lab = new Lab
        {
            Manifest = new LabManifest
            {
                Creating = static _ => [new FakeSyncer(Users.Definition) { Items = [] }],
                Validating = static (_, _) => throw new HttpRequestException($"bad header {Canary}", new IOException(Canary)),
            },
        };
        await lab.RunAsync("--api-token", Canary, "--log-level=debug");
        AssertSilent(lab);
        Assert.Contains("bad header [redacted]", lab.Error, StringComparison.Ordinal);
    }

    static Lab Prepare(string name) => name == "api-token" ? new Lab() : new Lab().Set("BATON_API_TOKEN", "tok");

    static void AssertSilent(Lab lab)
    {
        foreach (var text in new[] { lab.Out, lab.Error })
        {
            Assert.DoesNotContain(Canary, text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("c4n4ry", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("s3cr3t", text, StringComparison.OrdinalIgnoreCase);
        }
    }

    sealed class Chatty
    {
        public override string ToString() => Canary;
    }
}
