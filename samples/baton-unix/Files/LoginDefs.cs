using System.Globalization;
using Baton;

namespace BatonUnix.Files;

/// <summary>The uids of people's accounts, from <c>/etc/login.defs</c>; the others belong to the system.</summary>
sealed record LoginDefs(uint UidMin, uint UidMax)
{
    public const string Path = "/etc/login.defs";

    /// <summary>What the system's tools assume when the file says nothing.</summary>
    public static LoginDefs Default { get; } = new(1000, 60000);

    /// <summary>Whether an account of this uid belongs to the system.</summary>
    public bool IsSystem(uint uid) => uid < UidMin || uid > UidMax;

    public static LoginDefs Parse(TextFile file, ISyncWarnings warnings)
    {
        var limits = Default;
        foreach (var line in file.Lines)
        {
            var words = line.Text.Split((char[]?)null, 3, StringSplitOptions.RemoveEmptyEntries);
            if (words is not ["UID_MIN" or "UID_MAX", ..])
                continue;
            if (words.Length < 2 || !TryNumber(words[1], out var uid))
                warnings.Add($"{file.At(line.Number)}: {words[0]} is not a number: the default counts.");
            else
                limits = words[0] == "UID_MIN" ? limits with { UidMin = uid } : limits with { UidMax = uid };
        }
        return limits;
    }

    static bool TryNumber(string text, out uint number) => text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
        ? uint.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out number)
        : uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
