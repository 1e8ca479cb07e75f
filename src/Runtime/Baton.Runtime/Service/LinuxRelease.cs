namespace Baton.Service;

/// <summary>The file in which a Linux distribution says what it is.</summary>
static class LinuxRelease
{
    /// <summary>Its settings; none when there is no such file.</summary>
    public static IReadOnlyDictionary<string, string> Read(string file)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            foreach (var line in File.Exists(file) ? File.ReadLines(file) : [])
            {
                if (line.Split('=', 2) is [var name, var value])
                    settings[name] = value.Trim('"', '\'');
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // There is a fallback for everything.
        }
        return settings;
    }
}
