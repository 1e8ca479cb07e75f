using System.CommandLine;
using System.Globalization;

namespace Baton.Benchmarks;

/// <summary>Parameters of the synthetic data set, as options of a command and as arguments of the connector.</summary>
sealed class DataSet
{
    static readonly string[] Names = ["users", "groups", "members", "roles", "role-users", "role-groups"];

    static readonly Dictionary<string, int[]> Sizes = new()
    {
        ["small"] = [1_000, 100, 200, 10, 50, 2],
        ["medium"] = [20_000, 500, 200, 50, 200, 4],
        ["large"] = [100_000, 1_000, 500, 50, 200, 4],
        ["huge"] = [1_000_000, 10_000, 500, 500, 200, 4],
    };

    readonly Option<string> _size = new("--size") { Description = "small, medium, large, or huge (ten times large)", DefaultValueFactory = _ => "small" };
    readonly Option<int?>[] _parameters = [.. Names.Select(name => new Option<int?>("--" + name) { Description = "Instead of that of the size" })];
    readonly Option<bool> _noExpand = new("--no-expand") { Description = "Groups that hold something do not pass it on" };

    public DataSet(Command command)
    {
        _size.AcceptOnlyFromAmong([.. Sizes.Keys]);
        command.Add(_size);
        foreach (var parameter in _parameters)
            command.Add(parameter);
        command.Add(_noExpand);
    }

    public string[] Arguments(ParseResult result)
    {
        var size = Sizes[result.GetValue(_size)!];
        var arguments = Names.Select((name, i) => $"--{name}={(result.GetValue(_parameters[i]) ?? size[i]).ToString(CultureInfo.InvariantCulture)}");
        return [.. arguments, .. result.GetValue(_noExpand) ? (string[])[] : ["--expandable"]];
    }
}
