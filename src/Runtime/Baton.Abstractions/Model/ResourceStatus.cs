namespace Baton;

/// <summary>Whether a resource can be used. Numbers are those of <c>c1.connector.v2.Status</c>.</summary>
public enum ResourceStatus
{
    /// <summary>Not said.</summary>
    Unspecified = 0,

    /// <summary>In use.</summary>
    Enabled = 1,

    /// <summary>Blocked, locked or expired.</summary>
    Disabled = 2,

    /// <summary>Gone, but still known.</summary>
    Deleted = 3,
}
