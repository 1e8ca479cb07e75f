using Baton.Cli;

namespace Baton.Config;

/// <summary>Collects what was given for each setting: flag before variable before file.</summary>
static class Sources
{
    /// <summary>Collects.</summary>
    /// <param name="flags">All flags.</param>
    /// <param name="arguments">What the command line gave.</param>
    /// <param name="environment">Looks up a variable; an empty one counts as absent.</param>
    /// <param name="file">The configuration file.</param>
    public static Dictionary<string, RawValue> Collect(
        IEnumerable<Flag> flags, IReadOnlyDictionary<string, RawValue> arguments, Func<string, string?> environment, ConfigFile file)
    {
        var values = new Dictionary<string, RawValue>(StringComparer.Ordinal);
        foreach (var flag in flags)
        {
            var value = arguments.GetValueOrDefault(flag.Name)
                ?? (environment(flag.Variable) is { Length: > 0 } text ? new RawValue([text], flag.Variable, RawKind.Text) : null)
                ?? file.Find(flag.Name);
            if (value is not null)
                values.Add(flag.Name, value);
        }
        return values;
    }
}
