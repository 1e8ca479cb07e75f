using Baton.Samples.Unix.Tests.Support;
using BatonUnix.Sudo;

namespace Baton.Samples.Unix.Tests.Sudo;

public class SudoersPropertyTests
{
    static readonly string[] Users = ["alice", "%wheel", "#1000", "%#27", "+net", "ALL", "ADMINS", "dom\\\\bob", "a\\ b", "%:nt"];
    static readonly string[] Hosts = ["ALL", "web1", "10.0.0.0/8", "*.example.com", "WEBHOSTS", "+hosts", "fe80::1"];
    static readonly string[] Commands = ["ALL", "/bin/ls", "/bin/ls -l /x", "SHELLS", "sudoedit /etc/a", "/bin/x a\\,b\\:c", "/usr/sbin/", "sha256:00ff /bin/y", "^/bin/[a,b]$"];
    static readonly string[] Prefixes = ["", "NOPASSWD: ", "(root) ", "(a,b:c) ", "(:g) SETENV: NOEXEC: ", "CWD=/tmp ", "()"];

    [Fact]
    public void A_rule_reads_the_same_however_it_is_spaced_and_after_being_written_out()
    {
        var random = new Random(1);
        for (var run = 0; run < 3000; run++)
        {
            var tokens = Tokens(random);
            var warnings = new CollectedWarnings();
            var spaced = Parse(string.Concat(tokens.Select(t => Space(random) + t)) + Space(random), warnings);
            var plain = Parse(string.Join(' ', tokens), warnings);
            warnings.None();
            Assert.Equal(Assert.Single(plain).ToString(), Assert.Single(spaced).ToString());
        }
    }

    [Fact]
    public void Whatever_stands_in_a_line_the_other_lines_are_right()
    {
        var random = new Random(2);
        const string Alphabet = "aA0 \t,:=!()#@%+\"\\/*^$-_.|éALDefaults";
        for (var run = 0; run < 5000; run++)
        {
            var line = new string(random.GetItems(Alphabet.ToCharArray(), random.Next(60))).TrimEnd('\\', ' ', '\t');
            var warnings = new CollectedWarnings();
            var statements = Parse($"first ALL=ALL\n{line}\nlast ALL=ALL\n", warnings);
            Assert.Equal("first ALL=ALL", statements[0].ToString());
            Assert.Equal("last ALL=ALL", statements[^1].ToString());
            Assert.True(warnings.Messages.Count <= 1);
            Assert.All(warnings.Messages, m => Assert.StartsWith("/etc/sudoers:2:", m));
        }
    }

    [Fact]
    public void Any_text_is_read_to_its_end()
    {
        var random = new Random(3);
        const string Alphabet = "a \t\n\\\",:=!()#";
        for (var run = 0; run < 5000; run++)
            Parse(new string(random.GetItems(Alphabet.ToCharArray(), random.Next(40))), new CollectedWarnings());
    }

    static IReadOnlyList<SudoersStatement> Parse(string text, CollectedWarnings warnings) =>
        new SudoersParser(Make.Text("/etc/sudoers", text), warnings).Parse();

    static List<string> Tokens(Random random)
    {
        var tokens = List(random, Users);
        var privileges = random.Next(1, 3);
        for (var privilege = 0; privilege < privileges; privilege++)
        {
            if (privilege > 0)
                tokens.Add(":");
            tokens.AddRange(List(random, Hosts));
            tokens.Add("=");
            var commands = random.Next(1, 4);
            for (var command = 0; command < commands; command++)
            {
                if (command > 0)
                    tokens.Add(",");
                if (Prefixes[random.Next(Prefixes.Length)] is { Length: > 0 } prefix)
                    tokens.Add(prefix);
                var name = Commands[random.Next(Commands.Length)];
                tokens.Add((random.Next(4) == 0 && !name.StartsWith("sha", StringComparison.Ordinal) ? "!" : "") + name);
            }
        }
        return tokens;
    }

    static List<string> List(Random random, string[] names)
    {
        List<string> tokens = [];
        for (var left = random.Next(1, 4); left > 0; left--)
        {
            tokens.Add((random.Next(4) == 0 ? "!" : "") + names[random.Next(names.Length)]);
            if (left > 1)
                tokens.Add(",");
        }
        return tokens;
    }

    static string Space(Random random) => random.Next(4) switch
    {
        0 => " ",
        1 => "\t  ",
        2 => " \\\n  ",
        _ => " \\\r\n",
    };
}
