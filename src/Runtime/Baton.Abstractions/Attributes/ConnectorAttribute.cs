namespace Baton;

/// <summary>
/// Marks the one class of the program that is the connector. Its constructor takes what it needs from the service container
/// (the configuration record, API clients, <c>ILogger</c>); its <c>ValidateAsync(CancellationToken)</c>, when present, checks
/// that the source can be reached before a sync begins.
/// </summary>
/// <param name="name">Name of the program, for example <c>baton-acme</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ConnectorAttribute(string name) : Attribute
{
    /// <summary>Name of the program.</summary>
    public string Name { get; } = name;

    /// <summary>Name shown to people; the program's name when not set.</summary>
    public string? DisplayName { get; set; }

    /// <summary>One sentence on what the connector reads.</summary>
    public string? Description { get; set; }

    /// <summary>Path or address of the connector's documentation.</summary>
    public string? HelpUrl { get; set; }

    /// <summary>Path or address of an icon.</summary>
    public string? IconUrl { get; set; }

    /// <summary>Id of the connector in C1's catalog.</summary>
    public string? CatalogId { get; set; }

    /// <summary>The source is a directory: C1 may take people from it.</summary>
    public bool IsDirectory { get; set; }

    /// <summary>Grants can go to principals that another connector syncs.</summary>
    public bool SupportsExternalResources { get; set; }

    /// <summary>Nothing can be synced without another connector that syncs the principals.</summary>
    public bool RequiresExternalConnector { get; set; }
}
