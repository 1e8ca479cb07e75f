namespace Baton.C1Z;

/// <summary>Which entitlements to read; what is null does not matter.</summary>
public sealed record EntitlementFilter
{
    /// <summary>Only on resources of this type.</summary>
    public string? ResourceTypeId { get; init; }

    /// <summary>Only on resources with this id.</summary>
    public string? ResourceId { get; init; }
}
