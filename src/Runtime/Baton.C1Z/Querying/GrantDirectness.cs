using Baton.Protocol.Connector.V2;

namespace Baton.C1Z;

static class GrantDirectness
{
    /// <summary>Whether the principal holds the entitlement directly: no sources, or the entitlement itself among them.</summary>
    public static bool IsDirect(Grant grant, string entitlementId) =>
        grant.Sources is not { Sources.Count: > 0 } sources || sources.Sources.ContainsKey(entitlementId);
}
