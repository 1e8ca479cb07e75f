namespace Baton;

/// <summary>The parts that resources of every trait have.</summary>
/// <typeparam name="TSelf">The concrete builder.</typeparam>
public abstract partial class ResourceBuilder<TSelf> : ResourceBuilder
    where TSelf : ResourceBuilder<TSelf>
{
    private protected ResourceBuilder()
    {
    }

    TSelf Self => (TSelf)this;

    /// <summary>Id in the source. Required; stable and never reused, since history hangs on it.</summary>
    /// <param name="id">The id; 1 to 1024 bytes.</param>
    public TSelf Id(string id)
    {
        ResourceId = id ?? "";
        return Self;
    }

    /// <summary>Numeric id in the source.</summary>
    /// <param name="id">The id.</param>
    public TSelf Id(long id) => Id(id.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Id in the source.</summary>
    /// <param name="id">The id; stored in the form with dashes.</param>
    public TSelf Id(Guid id) => Id(id.ToString("D"));

    /// <summary>Name shown to people; the id when not set.</summary>
    public TSelf DisplayName(string? name)
    {
        Name = name;
        return Self;
    }

    /// <summary>Longer text.</summary>
    public TSelf Description(string? text)
    {
        Text = text;
        return Self;
    }

    /// <summary>Whether the resource can be used.</summary>
    /// <param name="enabled">False: <see cref="ResourceStatus.Disabled"/>.</param>
    public TSelf Status(bool enabled) => Status(enabled ? ResourceStatus.Enabled : ResourceStatus.Disabled);

    /// <summary>Whether the resource can be used, and why not.</summary>
    /// <param name="status">The status.</param>
    /// <param name="details">The reason; at most 1024 bytes.</param>
    public TSelf Status(ResourceStatus status, string? details = null)
    {
        (StatusValue, StatusDetails) = (status, details);
        return Self;
    }

    /// <summary>When the resource was made.</summary>
    public TSelf CreatedAt(DateTimeOffset? time)
    {
        Created = time;
        return Self;
    }

    /// <summary>Adds a text to the profile; null is left out.</summary>
    public TSelf Profile(string key, string? value)
    {
        ProfileValues.Set(key, value);
        return Self;
    }

    /// <summary>Adds a truth value to the profile; null is left out.</summary>
    public TSelf Profile(string key, bool? value)
    {
        ProfileValues.Set(key, value);
        return Self;
    }

    /// <summary>
    /// Adds a whole number to the profile; null is left out. Numbers are doubles there: beyond 2^53 the value is stored as text,
    /// so that no digit is lost.
    /// </summary>
    public TSelf Profile(string key, long? value)
    {
        ProfileValues.Set(key, value);
        return Self;
    }

    /// <summary>Adds a number to the profile; null is left out.</summary>
    public TSelf Profile(string key, double? value)
    {
        ProfileValues.Set(key, value);
        return Self;
    }

    /// <summary>Adds a time to the profile, as RFC 3339 text in UTC; null is left out.</summary>
    public TSelf Profile(string key, DateTimeOffset? value)
    {
        ProfileValues.Set(key, value?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", System.Globalization.CultureInfo.InvariantCulture));
        return Self;
    }

    /// <summary>Adds a list of texts to the profile; null is left out.</summary>
    public TSelf Profile(string key, IReadOnlyList<string>? values)
    {
        ProfileValues.Set(key, values);
        return Self;
    }
}
