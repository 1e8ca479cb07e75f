using System.Text;

namespace Baton.Sync;

/// <summary>What an id must be so that every reader of the file takes it.</summary>
static class IdRules
{
    internal const int MaxBytes = 1024;

    /// <summary>Not empty, at most <see cref="MaxBytes"/> bytes of UTF-8, no half of a surrogate pair and no zero character.</summary>
    internal static bool IsValid(ReadOnlySpan<char> id)
    {
        if (id.IsEmpty || id.Contains('\0'))
            return false;
        if (id.Length <= MaxBytes / 3 && !id.ContainsAnyInRange('\uD800', '\uDFFF'))
            return true;
        var bytes = 0;
        foreach (var rune in id.EnumerateRunes())
        {
            // A half pair is enumerated as U+FFFD: two such ids would become the same one.
            if (rune == Rune.ReplacementChar)
                return false;
            bytes += rune.Utf8SequenceLength;
        }
        return bytes <= MaxBytes;
    }
}
