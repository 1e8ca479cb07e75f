namespace Baton;

/// <summary>Whether a device is managed. Numbers are those of <c>c1.connector.v2.ManagedDeviceTrait.ManagementState</c>.</summary>
public enum DeviceManagement
{
    /// <summary>Not said.</summary>
    Unspecified = 0,

    /// <summary>It is.</summary>
    Managed = 1,

    /// <summary>It is not.</summary>
    Unmanaged = 2,

    /// <summary>It will be.</summary>
    Pending = 3,

    /// <summary>It was, and is out of use.</summary>
    Retired = 4,

    /// <summary>It was, and its data is deleted.</summary>
    Wiped = 5,
}
