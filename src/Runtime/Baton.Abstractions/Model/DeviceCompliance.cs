namespace Baton;

/// <summary>Whether a device meets the rules of its management. Numbers are those of <c>c1.connector.v2.ManagedDeviceTrait.Compliance</c>.</summary>
public enum DeviceCompliance
{
    /// <summary>Not said.</summary>
    Unspecified = 0,

    /// <summary>It does.</summary>
    Compliant = 1,

    /// <summary>It does not.</summary>
    Noncompliant = 2,

    /// <summary>It does not, and still has time.</summary>
    InGracePeriod = 3,

    /// <summary>It could not be told.</summary>
    Error = 4,
}
