namespace Baton;

/// <summary>
/// A setting of the connector. The name is derived from the property: <c>ApiToken</c> is the flag <c>--api-token</c>, the
/// variable <c>BATON_API_TOKEN</c> and the key <c>api-token</c> of <c>.baton.yaml</c>. A <c>required</c> property must be given;
/// a property initializer is the default. Supported types: <see cref="string"/>, <see cref="bool"/>, <see cref="int"/>,
/// <see cref="long"/>, <see cref="Uri"/>, an enum, <c>string[]</c> and <c>IReadOnlyList&lt;string&gt;</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class FieldAttribute : Attribute
{
    /// <summary>Replaces the derived name (lower case, words joined by <c>-</c>).</summary>
    public string? Name { get; set; }

    /// <summary>Name shown to people in C1's forms.</summary>
    public string? DisplayName { get; set; }

    /// <summary>What the setting means, shown by <c>--help</c> and in C1's forms.</summary>
    public string? Description { get; set; }

    /// <summary>Example shown in an empty form field.</summary>
    public string? Placeholder { get; set; }

    /// <summary>The value is a credential: never logged, echoed or shown.</summary>
    public bool Secret { get; set; }

    /// <summary>Leaves the setting out of <c>--help</c>.</summary>
    public bool Hidden { get; set; }

    /// <summary>One-letter flag.</summary>
    public char ShortHand { get; set; }
}
