namespace Baton.C1Z;

/// <summary>How questions of an authorization layer are put to the rows of a file.</summary>
public sealed record AccessOptions
{
    /// <summary>What covers every action, in <see cref="Covers"/>.</summary>
    public const string EveryAction = "*";

    /// <summary>Which principal of the file acts under which agent id.</summary>
    public IReadOnlyDictionary<string, ResourceKey> Agents { get; init; } = new Dictionary<string, ResourceKey>();

    /// <summary>
    /// Whether principals may also be named as <c>type:id</c>. Turn it off where callers choose their ids themselves.
    /// </summary>
    public bool AcceptsKeys { get; init; } = true;

    /// <summary>
    /// Which actions an entitlement covers besides the one it is named after. <c>admin</c> and <c>maintain</c> cover every action, and <c>write</c>
    /// covers <c>read</c>, unless set.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyCollection<string>> Covers { get; init; } = new Dictionary<string, IReadOnlyCollection<string>>
    {
        ["admin"] = [EveryAction],
        ["maintain"] = [EveryAction],
        ["write"] = ["read"],
    };

    /// <summary>Reads addresses of resources. <see cref="ResourceAddress.Parse"/> unless set.</summary>
    public ResourceAddressParser Address { get; init; } = ResourceAddress.Parse;
}

/// <summary>Says which resource an address means.</summary>
public delegate ResourceAddress ResourceAddressParser(ReadOnlySpan<char> address);
