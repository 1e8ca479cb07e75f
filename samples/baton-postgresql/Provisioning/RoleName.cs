using Baton;
using BatonPostgresql.Catalog;
using BatonPostgresql.Server;

namespace BatonPostgresql.Provisioning;

/// <summary>Names of roles for statements, quoted by the server, which knows best what needs quotes.</summary>
static class RoleName
{
    /// <summary>The quoted name of a role.</summary>
    /// <returns>Null when there is no such role.</returns>
    public static Task<string?> FindAsync(Session session, long oid, CancellationToken ct) => session.FindAsync(
        "SELECT pg_catalog.quote_ident(rolname) FROM pg_catalog.pg_roles WHERE oid = $1::oid", static row => row.GetString(0), ct, Session.Value(oid));

    /// <summary>The OID of a principal, which must be a role.</summary>
    public static long Oid(Principal who) => who.Is<Roles>()
        ? Identifier.Oid(who.Id)
        : throw new ConnectorException(ErrorCode.InvalidArgument, $"Only roles can hold this, not {who}.");

    /// <summary>That a role is not there.</summary>
    public static ConnectorException Missing(string id) => ConnectorException.NotFound($"There is no role with the OID {id} on the server.");
}
