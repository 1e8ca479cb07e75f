using System.Diagnostics;
using System.Text.RegularExpressions;
using Baton.CompilerServices;

namespace Baton.Runtime.Tests.Cli;

/// <summary>What the shells are told; bash, which every machine that builds has, is asked what it makes of it.</summary>
public sealed class CompletionTests
{
    static readonly string[] Shells = ["bash", "fish", "powershell", "zsh"];

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    static async Task<string> ScriptAsync(Lab lab, params string[] args)
    {
        Assert.Equal(0, await lab.RunAsync(["completion", .. args]));
        return lab.Out;
    }

    [Theory]
    [InlineData("cap", "capabilities")]
    [InlineData("co", "completion config")]
    [InlineData("--log-fo", "--log-format")]
    [InlineData("--log-level ", "debug info warn error")]
    [InlineData("--log-level = w", "warn")]
    [InlineData("--log-level =", "debug info warn error")]
    [InlineData("--region e", "eu")]
    [InlineData("--api-token x", "")] // nobody knows
    [InlineData("--api-token config --log-f", "--log-format")] // its value is no command
    [InlineData("--base-sync", "")] // hidden
    [InlineData("--file ", "one.c1z two.c1z")]
    [InlineData("-f o", "one.c1z")]
    [InlineData("config --m", "--markdown")]
    [InlineData("--file = x config --mark", "--markdown")]
    [InlineData("config --api", "")] // a flag of the program alone
    [InlineData("completion z", "zsh")]
    [InlineData("help c", "capabilities completion config")]
    public async Task Bash_completes(string line, string expected)
    {
        using var lab = new Lab();
        lab.Write("one.c1z", "").Write("two.c1z", "");
        var script = Path.Combine(System.IO.Directory.CreateTempSubdirectory("baton-completion-").FullName, "script");
        try
        {
            await File.WriteAllTextAsync(script, await ScriptAsync(lab, "bash"), Stop);
            var asked = $"source '{script}'; COMP_WORDS=(baton-lab {line}{(line.EndsWith(' ') ? "''" : "")}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); " +
                "_baton_lab; printf '%s\\n' \"${COMPREPLY[@]}\"";
            Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), (await BashAsync(lab, asked)).Order());
        }
        finally
        {
            System.IO.Directory.Delete(Path.GetDirectoryName(script)!, recursive: true);
        }
    }

    [Fact]
    public async Task Every_shell_knows_every_flag_and_command_that_is_shown()
    {
        using var lab = new Lab();
        await lab.RunAsync("--help");
        var flags = Regex.Matches(lab.Out, "^ +(?:-., )?--([a-z0-9-]+)", RegexOptions.Multiline).Select(static m => m.Groups[1].Value).ToList();
        Assert.True(flags.Count > 25);
        foreach (var shell in Shells)
        {
            var script = await ScriptAsync(lab, shell);
            Assert.All(flags, f => Assert.Contains(shell == "fish" ? $"-l {f}" : $"--{f}", script, StringComparison.Ordinal));
            Assert.All(["capabilities", "completion", "config", "help"], c => Assert.Contains(c, script, StringComparison.Ordinal));
            Assert.DoesNotContain("health-check-bind-address", script, StringComparison.Ordinal); // hidden
            Assert.DoesNotContain("4711", script, StringComparison.Ordinal); // the default of a secret
        }
    }

    [Fact]
    public async Task Descriptions_can_be_left_out_and_do_nothing_when_they_are_there()
    {
        const string Hostile = "it's `touch a` $(touch b) \"quoted\" [x] \\ :colon";
        using var lab = new Lab
        {
            Manifest = new LabManifest
            {
                Fields = [new() { Name = "mode", Kind = ConfigFieldKind.String, Description = Hostile, Allowed = ["plain", "$(touch c)", "`touch d`", "with space"] }],
            },
        };
        foreach (var shell in Shells)
        {
            Assert.DoesNotContain("Path of the file to write", await ScriptAsync(lab, shell, "--no-descriptions"), StringComparison.Ordinal);
            var script = await ScriptAsync(lab, shell);
            Assert.Equal(shell != "bash", script.Contains("Path of the file to write", StringComparison.Ordinal));
            Assert.DoesNotContain("touch c", script, StringComparison.Ordinal);
            Assert.DoesNotContain("touch d", script, StringComparison.Ordinal);
            if (shell is not ("bash" or "zsh"))
                continue;
            // Of the shells at hand one reads both: the quotes of zsh are its own.
            await BashAsync(lab, $"cd '{lab.Directory}'; eval \"$0\" > /dev/null 2>&1; true", script.Replace("compdef", "true", StringComparison.Ordinal));
            Assert.Empty(System.IO.Directory.GetFiles(lab.Directory));
        }
    }

    [Fact]
    public async Task Without_a_shell_there_is_help_and_another_one_is_an_error()
    {
        using var lab = new Lab();
        Assert.Contains("baton-lab completion [shell] [flags]", await ScriptAsync(lab), StringComparison.Ordinal);
        Assert.Equal(2, await lab.RunAsync("completion", "tcsh"));
        Assert.Contains("unknown command \"tcsh\" for \"baton-lab completion\": there are bash, fish, powershell, zsh", lab.Error, StringComparison.Ordinal);
    }

    static async Task<IEnumerable<string>> BashAsync(Lab lab, string command, string argument = "bash")
    {
        var start = new ProcessStartInfo("bash")
        {
            ArgumentList = { "--norc", "-c", command, argument },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = lab.Directory,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("bash is needed: install it and put it into the PATH");
        var error = process.StandardError.ReadToEndAsync(Stop);
        var output = await process.StandardOutput.ReadToEndAsync(Stop);
        await process.WaitForExitAsync(Stop);
        Assert.Equal((0, ""), (process.ExitCode, await error));
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
