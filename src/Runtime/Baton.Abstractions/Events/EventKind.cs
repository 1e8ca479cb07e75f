namespace Baton;

/// <summary>Kinds of event that a feed announces. Numbers are those of <c>c1.connector.v2.EventType</c>.</summary>
public enum EventKind
{
    /// <summary>Somebody used something.</summary>
    Usage = 1,

    /// <summary>A resource changed.</summary>
    ResourceChange = 4,

    /// <summary>Somebody got an entitlement.</summary>
    CreateGrant = 5,

    /// <summary>Somebody lost an entitlement.</summary>
    CreateRevoke = 6,
}
