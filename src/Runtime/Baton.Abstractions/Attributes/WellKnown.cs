namespace Baton;

/// <summary>Forms of text that many programs know.</summary>
public enum WellKnown
{
    /// <summary>Any text.</summary>
    None,

    /// <summary>An e-mail address, with a display name or without.</summary>
    Email,

    /// <summary>A host name, or an IP address.</summary>
    Hostname,

    /// <summary>An IP address.</summary>
    Ip,

    /// <summary>An IP address of version 4.</summary>
    Ipv4,

    /// <summary>An IP address of version 6.</summary>
    Ipv6,

    /// <summary>An absolute address, or an absolute path.</summary>
    Uri,

    /// <summary>A UUID, in any of its spellings.</summary>
    Uuid,
}
