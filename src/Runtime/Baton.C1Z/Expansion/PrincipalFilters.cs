using System.Text;

namespace Baton.C1Z;

/// <summary>Sets of principal types, numbered: many edges, few sets.</summary>
sealed class PrincipalFilters
{
    /// <summary>The set of all types.</summary>
    public const int Everyone = 0;

    readonly List<string[]> _sets = [[]];
    readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal) { [""] = Everyone };

    /// <summary>The number of a set; none given means all.</summary>
    public int Of(IEnumerable<string> types)
    {
        var sorted = types.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var key = string.Concat(sorted.Select(static type => $"{type.Length}:{type}"));
        if (!_numbers.TryGetValue(key, out var number))
        {
            _numbers.Add(key, number = _sets.Count);
            _sets.Add(sorted);
        }
        return number;
    }

    /// <summary>The set of what is in either.</summary>
    public int Union(int x, int y) => x == y ? x : x == Everyone || y == Everyone ? Everyone : Of(_sets[x].Concat(_sets[y]));

    /// <summary>The types as UTF-8; none for all.</summary>
    public byte[][] Types(int filter) => [.. _sets[filter].Select(Encoding.UTF8.GetBytes)];
}
