namespace Baton.C1Z;

/// <summary>Which grants to read; what is null does not matter.</summary>
public sealed record GrantFilter
{
    /// <summary>Only on resources of this type.</summary>
    public string? ResourceTypeId { get; init; }

    /// <summary>Only on resources with this id.</summary>
    public string? ResourceId { get; init; }

    /// <summary>Only of this entitlement.</summary>
    public string? EntitlementId { get; init; }

    /// <summary>Only of principals of this type.</summary>
    public string? PrincipalResourceTypeId { get; init; }

    /// <summary>Only of principals with this id.</summary>
    public string? PrincipalResourceId { get; init; }

    /// <summary>Only those that stand for the members of their principal (<c>GrantExpandable</c>).</summary>
    public bool OnlyExpandable { get; init; }

    /// <summary>Puts the <c>GrantExpandable</c> annotation, which the file keeps apart, back on the grants.</summary>
    public bool WithExpansion { get; init; }
}
