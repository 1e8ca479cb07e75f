namespace Baton;

/// <summary>The operating system of a device. Numbers are those of <c>c1.connector.v2.DeviceOS.OsType</c>.</summary>
public enum OsType
{
    /// <summary>Not said.</summary>
    Unspecified = 0,

    /// <summary>Windows.</summary>
    Windows = 1,

    /// <summary>Windows Mobile.</summary>
    WindowsMobile = 2,

    /// <summary>Linux.</summary>
    Linux = 3,

    /// <summary>Android.</summary>
    Android = 4,

    /// <summary>macOS.</summary>
    MacOS = 5,

    /// <summary>iOS.</summary>
    IOS = 6,

    /// <summary>iPadOS.</summary>
    IPadOS = 7,

    /// <summary>Solaris.</summary>
    Solaris = 8,

    /// <summary>AIX.</summary>
    Aix = 9,

    /// <summary>HP-UX.</summary>
    HpUx = 10,

    /// <summary>ChromeOS.</summary>
    ChromeOS = 11,

    /// <summary>Another one.</summary>
    Other = 99,
}
