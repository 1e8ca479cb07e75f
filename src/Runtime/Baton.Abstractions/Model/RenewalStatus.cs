namespace Baton;

/// <summary>How far the renewal of an agreement is. Numbers are those of <c>c1.connector.v2.VendorAgreementTrait.RenewalStatus</c>.</summary>
public enum RenewalStatus
{
    /// <summary>Not said.</summary>
    Unspecified = 0,

    /// <summary>Nothing was done yet.</summary>
    NotStarted = 1,

    /// <summary>It has begun.</summary>
    Initiated = 2,

    /// <summary>It is renewed.</summary>
    Renewed = 3,

    /// <summary>It will end.</summary>
    Cancelled = 4,

    /// <summary>The renewal was refused.</summary>
    Rejected = 5,

    /// <summary>It has ended.</summary>
    Expired = 6,
}
