namespace Baton.Generators.Helpers;

/// <summary>FNV-1a with 64 bits: for telling whether something changed, not against malice.</summary>
static class Hash
{
    public const ulong Start = 14695981039346656037;
    const ulong Prime = 1099511628211;

    public static ulong Add(ulong hash, ulong value)
    {
        for (var shift = 0; shift < 64; shift += 16)
            hash = (hash ^ ((value >> shift) & 0xFFFF)) * Prime;
        return hash;
    }

    public static ulong Add(ulong hash, string text)
    {
        foreach (var c in text)
            hash = (hash ^ c) * Prime;
        return Add(hash, (ulong)text.Length);
    }
}
