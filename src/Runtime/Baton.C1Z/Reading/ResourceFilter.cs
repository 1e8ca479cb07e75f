namespace Baton.C1Z;

/// <summary>Which resources to read; what is null does not matter.</summary>
public sealed record ResourceFilter
{
    /// <summary>Only of this type.</summary>
    public string? ResourceTypeId { get; init; }

    /// <summary>Only those whose parent is of this type.</summary>
    public string? ParentResourceTypeId { get; init; }

    /// <summary>Only those whose parent has this id.</summary>
    public string? ParentResourceId { get; init; }
}
