namespace Baton.C1Z;

/// <summary>An entitlement that some grant expands from or to.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ResourceTypeId">Type of the resource it is on.</param>
/// <param name="ResourceId">That resource.</param>
sealed record EntitlementNode(string Id, string ResourceTypeId, string ResourceId)
{
    /// <summary>Row of a grant of this entitlement that expands others into it; zero when there is none.</summary>
    public long Carrier { get; set; }
}
