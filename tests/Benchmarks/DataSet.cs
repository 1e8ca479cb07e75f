using System.CommandLine;
using System.Globalization;

namespace Baton.Benchmarks;

/// <summary>Parameters of the synthetic data set, as options of a command and as arguments of the connector.</summary>
sealed class DataSet
{
    const string NoExpand = "--no-expand";

    static readonly string[] Names = ["users", "groups", "members", "roles", "role-users", "role-groups", "page"];

    static readonly Dictionary<string, int[]> Sizes = new()
    {
        ["small"] = [1_000, 100, 200, 10, 50, 2, 1_000],
        ["medium"] = [20_000, 500, 200, 50, 200, 4, 1_000],
        ["large"] = [100_000, 1_000, 500, 50, 200, 4, 1_000],
        ["huge"] = [1_000_000, 10_000, 500, 500, 200, 4, 1_000],
    };

    readonly Option<string> _size = new("--size") { Description = "small, medium, large, or huge (ten times large)", DefaultValueFactory = _ => "small" };
    readonly Option<int?>[] _parameters = [.. Names.Select(name => new Option<int?>("--" + name) { Description = "Instead of that of the size" })];
    readonly Option<bool> _noExpand = new(NoExpand) { Description = "Groups that hold something do not pass it on" };

    public DataSet(Command command)
    {
        _size.AcceptOnlyFromAmong([.. Sizes.Keys]);
        command.Add(_size);
        foreach (var parameter in _parameters)
            command.Add(parameter);
        command.Add(_noExpand);
    }

    /// <summary>What the connector is told.</summary>
    public string[] Arguments(ParseResult result)
    {
        var size = Sizes[result.GetValue(_size)!];
        return Arguments([.. _parameters.Select((parameter, i) => result.GetValue(parameter) ?? size[i])], !result.GetValue(_noExpand));
    }

    /// <summary>What the connector is told for a data set without changes.</summary>
    public static string[] Arguments(string size, bool expand) => Arguments(Sizes[size], expand);

    static string[] Arguments(int[] values, bool expand)
    {
        var arguments = Names.Select((name, i) => $"--{name}={values[i].ToString(CultureInfo.InvariantCulture)}");
        return [.. arguments, .. expand ? (string[])["--expandable"] : []];
    }
}
