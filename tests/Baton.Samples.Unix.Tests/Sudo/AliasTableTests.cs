using Baton.Samples.Unix.Tests.Support;
using BatonUnix.Sudo;

namespace Baton.Samples.Unix.Tests.Sudo;

public class AliasTableTests
{
    readonly CollectedWarnings _warnings = new();

    string Flatten(string definitions, string list)
    {
        var table = Table(definitions);
        return string.Join(' ', table.Flatten(AliasKind.User, Users(list)));
    }

    AliasTable Table(string definitions)
    {
        var table = new AliasTable(_warnings);
        var file = Make.Text("/etc/sudoers", definitions);
        foreach (var alias in new SudoersParser(file, _warnings).Parse().Cast<AliasDefinition>())
            table.Add(alias, file);
        return table;
    }

    static IReadOnlyList<ListItem> Users(string list) =>
        Assert.IsType<UserSpec>(Assert.Single(new SudoersParser(Make.Text("/x", $"{list} ALL=ALL"), new CollectedWarnings()).Parse())).Users;

    [Theory]
    [InlineData("User_Alias A=x,y", "A", "x y")]
    [InlineData("User_Alias A=x,B\nUser_Alias B=y", "A,z", "x y z")]
    [InlineData("User_Alias A=x,!y", "!A", "!x y")]
    [InlineData("User_Alias A=x,!B\nUser_Alias B=!y,z", "A", "x y !z")]
    [InlineData("User_Alias A=x,y", "x,A,!x", "y !x")]
    [InlineData("Host_Alias A=x", "A", "A")]
    [InlineData("", "UNKNOWN,ALL", "UNKNOWN ALL")]
    public void Contents_take_the_place_of_names(string definitions, string list, string expected)
    {
        Assert.Equal(expected, Flatten(definitions, list));
        _warnings.None();
    }

    [Fact]
    public void The_first_definition_counts()
    {
        Assert.Equal("x", Flatten("User_Alias A=x\nUser_Alias A=y", "A"));
        _warnings.Single("/etc/sudoers:2:", "alias A");
    }

    [Fact]
    public void A_loop_is_empty_where_it_closes()
    {
        Assert.Equal("x y", Flatten("User_Alias A=x,B\nUser_Alias B=y,A", "A"));
        _warnings.Single("/etc/sudoers:1:", "alias A");
    }

    [Fact]
    public void Doubling_aliases_stay_small()
    {
        var lines = Enumerable.Range(0, 100).Select(i => $"User_Alias A{i}=A{i + 1},A{i + 1},u{i}");
        Assert.Equal(100, Flatten(string.Join('\n', lines) + "\nUser_Alias A100=!x", "A0").Split(' ').Length - 1);
        _warnings.None();
    }

    [Fact]
    public void Aliases_beyond_the_depth_are_empty_with_a_warning()
    {
        var lines = Enumerable.Range(0, 200).Select(i => $"User_Alias A{i}=u{i},A{i + 1}");
        Assert.Equal(128, Flatten(string.Join('\n', lines), "A0").Split(' ').Length);
        _warnings.Single("nested too deep");
    }

    // sudo walks a list from its end; the first item that matches decides, an alias by what it says itself, turned round by "!".
    static bool? Reference(IReadOnlyList<ListItem> list, Dictionary<string, IReadOnlyList<ListItem>> aliases, string user)
    {
        foreach (var item in list.Reverse())
        {
            var match = aliases.TryGetValue(item.Name, out var content) ? Reference(content, aliases, user) : item.Name == user || item.Name == "ALL" ? true : null;
            if (match is { } said)
                return said != item.Negated;
        }
        return null;
    }

    [Fact]
    public void The_last_match_in_the_flat_list_says_what_sudo_says()
    {
        var random = new Random(5);
        for (var run = 0; run < 3000; run++)
        {
            var aliases = new Dictionary<string, IReadOnlyList<ListItem>>();
            var definitions = "";
            for (var alias = 0; alias < 4; alias++)
            {
                var list = RandomList(random, alias);
                aliases[$"A{alias}"] = Users(list);
                definitions += $"User_Alias A{alias}={list}\n";
            }
            var users = Users(RandomList(random, 4));
            var flat = Table(definitions).Flatten(AliasKind.User, users);
            foreach (var user in (string[])["u", "v", "w", "other"])
            {
                var last = flat.LastOrDefault(i => i.Name == user || i.Name == "ALL");
                Assert.Equal(Reference(users, aliases, user), last is null ? null : !last.Negated);
            }
        }
    }

    // Only aliases of lower numbers, so that there are no loops.
    static string RandomList(Random random, int aliases) => string.Join(',', Enumerable.Range(0, random.Next(1, 5)).Select(_ =>
        (random.Next(3) == 0 ? "!" : "") + (aliases > 0 && random.Next(2) == 0 ? $"A{random.Next(aliases)}" : random.GetItems(["u", "v", "w", "ALL"], 1)[0])));
}
