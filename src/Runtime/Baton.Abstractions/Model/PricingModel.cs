namespace Baton;

/// <summary>What the price of an agreement depends on. Numbers are those of <c>c1.connector.v2.VendorAgreementTrait.PricingModel</c>.</summary>
public enum PricingModel
{
    /// <summary>Not said.</summary>
    Unspecified = 0,

    /// <summary>The source does not know.</summary>
    Unknown = 1,

    /// <summary>The number of people.</summary>
    PerSeat = 2,

    /// <summary>The number of licenses.</summary>
    PerLicense = 3,

    /// <summary>Nothing: one price.</summary>
    Flat = 4,

    /// <summary>Steps of quantity.</summary>
    Tiered = 5,

    /// <summary>What was used.</summary>
    Usage = 6,
}
