using System.Globalization;
using System.Runtime.InteropServices;

namespace Baton.Service;

/// <summary>
/// Lets go of pages of the program's own file and of libraries. They stay in the system's cache; what is needed again comes back from there.
/// (docs/adr/0015-idle-memory.md)
/// </summary>
static partial class FilePages
{
    const string Mappings = "/proc/self/smaps";
    const int DontNeed = 4;

    /// <summary>Does nothing where the system does not say what is mapped.</summary>
    public static void Release()
    {
        if (!File.Exists(Mappings))
            return;
        foreach (var (start, length) in CleanMappings(File.ReadAllLines(Mappings)))
            _ = Advise(start, length, DontNeed); // a hint: where it is refused, nothing is lost
    }

    /// <summary>Mappings of files that cannot be written to and of which no page was changed: only those are read again as they were.</summary>
    internal static IEnumerable<(nint Start, nint Length)> CleanMappings(IEnumerable<string> lines)
    {
        (nint Start, nint Length)? candidate = null;
        foreach (var line in lines)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            if (colon < 0 || space < colon)
                candidate = Candidate(line); // 7f00-7f10 r-xp 00000000 fe:00 4711 /usr/bin/baton: the colon is that of the device
            else if (line.StartsWith("Anonymous:", StringComparison.Ordinal) && !IsZero(line))
                candidate = null;
            else if (line.StartsWith("Swap:", StringComparison.Ordinal) && candidate is { } mapping && IsZero(line))
                yield return mapping; // nothing in memory that is not in the file, and nothing swapped out
        }
    }

    static bool IsZero(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1] == "0";

    static (nint Start, nint Length)? Candidate(string line)
    {
        var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length < 6 || !fields[5].StartsWith('/') || fields[1].Contains('w', StringComparison.Ordinal) || !fields[1].StartsWith('r'))
            return null;
        var range = fields[0].Split('-');
        var start = nint.Parse(range[0], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return (start, nint.Parse(range[1], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) - start);
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(nint start, nint length, int advice);
}
