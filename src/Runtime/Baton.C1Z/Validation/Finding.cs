namespace Baton.C1Z;

/// <summary>How bad a finding is.</summary>
public enum FindingSeverity
{
    /// <summary>Readers cope, but show or do something that was not meant.</summary>
    Warning,

    /// <summary>Some reader fails, or reads something wrong.</summary>
    Error,
}

/// <summary>A rule of the format that a file breaks, and where.</summary>
public sealed class Finding
{
    /// <summary>How many places are kept.</summary>
    public const int MaxPlaces = 25;

    readonly List<string> _places = [];

    internal Finding(string rule, FindingSeverity severity, string text) => (Rule, Severity, Text) = (rule, severity, text);

    /// <summary>A short name, such as <c>blob-ids</c>.</summary>
    public string Rule { get; }

    /// <summary>How bad it is.</summary>
    public FindingSeverity Severity { get; }

    /// <summary>What is wrong.</summary>
    public string Text { get; }

    /// <summary>How often.</summary>
    public long Count { get; private set; }

    /// <summary>Some of the places: table and row, with the id.</summary>
    public IReadOnlyList<string> Places => _places;

    internal void Add(string? place, long count)
    {
        const int Longest = 160;
        Count += count;
        if (place is not null && _places.Count < MaxPlaces)
            _places.Add(place.Length <= Longest ? place : string.Concat(place.AsSpan(0, Longest), "…"));
    }
}
