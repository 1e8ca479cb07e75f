namespace Baton;

/// <summary>What a device is. Numbers are those of <c>c1.connector.v2.ManagedDeviceTrait.DeviceType</c>.</summary>
public enum DeviceType
{
    /// <summary>Not said.</summary>
    Unspecified = 0,

    /// <summary>A server.</summary>
    Server = 1,

    /// <summary>A desktop computer.</summary>
    Desktop = 2,

    /// <summary>A laptop computer.</summary>
    Laptop = 3,

    /// <summary>A tablet.</summary>
    Tablet = 4,

    /// <summary>A phone.</summary>
    Mobile = 5,

    /// <summary>A virtual machine.</summary>
    Virtual = 6,

    /// <summary>Something else.</summary>
    Other = 99,
}
