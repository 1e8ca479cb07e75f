using Baton.Generators.Helpers;
using Baton.Generators.Models;

namespace Baton.Generators.Emit;

/// <summary>Reduces models to what the manifest states, so that it stays as it is while methods and mappings change.</summary>
static class ManifestParts
{
    public static ManifestConnectorModel Of(ConnectorModel connector) => new(
        connector.Host,
        connector.Name,
        connector.DisplayName,
        connector.Catalog,
        connector.Constructor,
        connector.ConfigureServices,
        connector.Services)
    {
        Capabilities = new([.. Capabilities.Of(connector)]),
    };

    public static ManifestResourceTypeModel Of(ResourceTypeModel type) => new(
        type.Host.Type,
        type.Id,
        type.DisplayName,
        type.Description,
        type.Traits,
        TypeScopedEntitlements(type),
        TypeScopedGrants(type),
        type.Options,
        new([.. Capabilities.Of(type)]),
        type.Constructor,
        type.Services)
    {
        AccountCredentials = type.Tasks.Account?.Credentials,
        RotatedCredentials = type.Tasks.Rotation?.Credentials,
        HasActions = type.Tasks.Actions.Count > 0,
        IssuedCredentials = new([.. type.Tasks.Issues.Select(static issue => issue.Offer)]),
    };

    public static EquatableArray<ManifestResourceTypeModel> Ordered(IEnumerable<ManifestResourceTypeModel?> types) =>
        EquatableArray.From(types.OfType<ManifestResourceTypeModel>().OrderBy(static t => t.Id, StringComparer.Ordinal).ThenBy(static t => t.Type, StringComparer.Ordinal));

    public static bool TypeScopedEntitlements(ResourceTypeModel type) => type.EntitlementsMethod is { Scope: GrantsScope.Type };

    public static bool TypeScopedGrants(ResourceTypeModel type) => type.Grants.Any(static m => m.Scope == GrantsScope.Type);

    /// <summary>Slugs that can be granted and revoked.</summary>
    public static IEnumerable<string> Provisions(ResourceTypeModel type) => type.GrantMethods
        .Select(static m => m.Slug)
        .Where(slug => type.RevokeMethods.Any(m => m.Slug == slug || m.Slug.Length == 0));
}
