using Baton.Generators.Helpers;

namespace Baton.Generators.Models;

/// <summary>The class marked with <c>[Connector]</c>.</summary>
/// <param name="ValidateArguments">Arguments of <c>ValidateAsync</c>; null when there is no such method.</param>
/// <param name="ValidateReturnsValueTask">Whether it returns <c>ValueTask</c>.</param>
/// <param name="ValidateIsStatic">Whether it is static.</param>
/// <param name="ConfigureServices">Arguments of the author's <c>static void ConfigureServices(…)</c>; null when there is none.</param>
/// <param name="Services">Classes that the constructors of the connector name, directly or not.</param>
sealed record ConnectorModel(
    HostModel Host,
    string Name,
    string? DisplayName,
    string? Description,
    ConstructorModel Constructor,
    EquatableArray<ArgumentKind>? ValidateArguments,
    bool ValidateReturnsValueTask,
    bool ValidateIsStatic,
    EquatableArray<ArgumentKind>? ConfigureServices,
    EquatableArray<ServiceModel> Services)
{
    /// <summary>What the <c>config</c> document says of the connector.</summary>
    public CatalogModel Catalog { get; init; } = CatalogModel.None;

    /// <summary>What the class does besides.</summary>
    public ConnectorTasksModel Tasks { get; init; } = ConnectorTasksModel.None;
}

/// <summary>What C1's catalog shows of a connector.</summary>
sealed record CatalogModel(
    string? HelpUrl, string? IconUrl, string? CatalogId, bool IsDirectory, bool SupportsExternalResources, bool RequiresExternalConnector)
{
    public static CatalogModel None { get; } = new(null, null, null, false, false, false);
}
