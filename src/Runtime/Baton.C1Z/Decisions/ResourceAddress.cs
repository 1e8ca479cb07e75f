namespace Baton.C1Z;

/// <summary>The resource that an address means.</summary>
/// <param name="type">Its type; empty when the address leaves it open, and any resource with the id is meant.</param>
/// <param name="id">Its id in the file.</param>
/// <param name="vault">What scopes call it.</param>
public readonly ref struct ResourceAddress(ReadOnlySpan<char> type, ReadOnlySpan<char> id, ReadOnlySpan<char> vault)
{
    const string Vaults = "slos://vaults/";

    /// <summary>Its type, or empty.</summary>
    public ReadOnlySpan<char> Type { get; } = type;

    /// <summary>Its id.</summary>
    public ReadOnlySpan<char> Id { get; } = id;

    /// <summary>What scopes call it.</summary>
    public ReadOnlySpan<char> Vault { get; } = vault;

    /// <summary>
    /// Reads <c>slos://vaults/{org}/{repo}</c>, which means the resources whose id is <c>{org}/{repo}</c>: an id is split at its first slash, so
    /// that equal names in several organizations stay apart. Everything else is <c>type:id</c>. The vault of both is the id.
    /// </summary>
    /// <returns>An empty id for an address that means nothing.</returns>
    public static ResourceAddress Parse(ReadOnlySpan<char> address)
    {
        if (address.StartsWith(Vaults, StringComparison.Ordinal))
        {
            var id = address[Vaults.Length..];
            var slash = id.IndexOf('/');
            return slash > 0 && slash < id.Length - 1 ? new(default, id, id) : default;
        }
        var colon = address.IndexOf(':');
        return colon > 0 && colon < address.Length - 1 ? new(address[..colon], address[(colon + 1)..], address[(colon + 1)..]) : default;
    }
}
