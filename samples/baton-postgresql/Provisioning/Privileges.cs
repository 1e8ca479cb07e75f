using Baton;
using BatonPostgresql.Catalog;
using BatonPostgresql.Server;

namespace BatonPostgresql.Provisioning;

/// <summary>
/// Grants and revokes privileges on objects. The server does less than it is told, with no more than a notice, where the connector's role may not do
/// all of it: so each change is followed by a look at the list.
/// </summary>
sealed class Privileges(PostgresqlServer server)
{
    const long Public = 0;

    sealed record State(string Name, bool Held, string[] OtherGrantors);

    /// <summary>Grants a privilege.</summary>
    public Task<GrantOutcome> GrantAsync(Securable kind, string id, Principal who, string slug, CancellationToken ct) => ChangeAsync(
        kind, id,
        async (session, oid) =>
        {
            var privilege = Privilege(kind, slug);
            var state = await StateAsync(session, kind, oid, who, privilege, ct) ?? throw Missing(kind, id);
            if (state.Held)
                return GrantOutcome.AlreadyGranted;
            var holder = await HolderAsync(session, who, ct) ?? throw RoleName.Missing(who.Id);
            await session.ExecuteAsync($"GRANT {privilege} ON {kind.Keyword} {state.Name} TO {holder}", ct);
            return await StateAsync(session, kind, oid, who, privilege, ct) is { Held: true }
                ? GrantOutcome.Granted
                : throw new ConnectorException(ErrorCode.PermissionDenied,
                    $"\"{server.User}\" may not grant {privilege} on {state.Name}: it is neither its owner nor has the privilege WITH GRANT OPTION.");
        },
        ct);

    /// <summary>Revokes a privilege, whoever granted it. Other ways to the same access, a membership for example, stay.</summary>
    public Task<RevokeOutcome> RevokeAsync(Securable kind, string id, Principal who, string slug, CancellationToken ct) => ChangeAsync(
        kind, id,
        async (session, oid) =>
        {
            var privilege = Privilege(kind, slug);
            var state = await StateAsync(session, kind, oid, who, privilege, ct);
            var holder = await HolderAsync(session, who, ct);
            if (state is not { Held: true } || holder is null)
                return RevokeOutcome.AlreadyRevoked;
            var statement = $"REVOKE {privilege} ON {kind.Keyword} {state.Name} FROM {holder}";
            await session.ExecuteAsync(statement, ct);
            // What somebody else than the owner granted can be taken back only as that role.
            foreach (var grantor in state.OtherGrantors)
            {
                await session.ExecuteAsync($"SET LOCAL ROLE {grantor}", ct);
                await session.ExecuteAsync(statement, ct);
                await session.ExecuteAsync("RESET ROLE", ct);
            }
            return await StateAsync(session, kind, oid, who, privilege, ct) is not { Held: true }
                ? RevokeOutcome.Revoked
                : throw new ConnectorException(ErrorCode.PermissionDenied,
                    $"{holder} still has {privilege} on {state.Name}: \"{server.User}\" must be its owner, or a member of the role that granted it.");
        },
        ct);

    async Task<T> ChangeAsync<T>(Securable kind, string id, Func<Session, long, Task<T>> change, CancellationToken ct)
    {
        if (!kind.InDatabase)
            return await server.ChangeAsync(null, session => change(session, Identifier.Oid(id)), ct);
        var (database, oid) = Identifier.Split(id);
        var names = await server.ReadAsync(
            null, "SELECT datname::text FROM pg_catalog.pg_database WHERE oid = $1::oid", static row => row.GetString(0), ct, Session.Value(database));
        return names is [var name]
            ? await server.ChangeAsync(name, session => change(session, oid), ct)
            : throw Missing(Securable.Database, Identifier.Of(database));
    }

    static string Privilege(Securable kind, string slug) => kind.Privileges.Contains(slug)
        ? slug.ToUpperInvariant()
        : throw new ConnectorException(
            ErrorCode.Unimplemented, $"\"{slug}\" cannot be granted or revoked: ALTER {kind.Keyword} … OWNER TO gives an object to another role.");

    static Task<State?> StateAsync(Session session, Securable kind, long oid, Principal who, string privilege, CancellationToken ct) => session.FindAsync(
        $"""
        WITH object AS ({kind.Source}), held AS (
            SELECT a.grantor FROM object, LATERAL pg_catalog.aclexplode(object.acl) AS a WHERE a.grantee = $2::oid AND a.privilege_type = $3)
        SELECT name, EXISTS (SELECT FROM held),
               ARRAY (SELECT pg_catalog.quote_ident(r.rolname) FROM held JOIN pg_catalog.pg_roles AS r ON r.oid = held.grantor
                      WHERE held.grantor <> object.owner)
        FROM object
        """,
        static row => new State(row.GetString(0), row.GetBoolean(1), row.GetFieldValue<string[]>(2)),
        ct,
        Session.Value(oid), Session.Value(IsEveryone(who) ? Public : RoleName.Oid(who)), Session.Value(privilege));

    static async Task<string?> HolderAsync(Session session, Principal who, CancellationToken ct) =>
        IsEveryone(who) ? "PUBLIC" : await RoleName.FindAsync(session, RoleName.Oid(who), ct);

    static bool IsEveryone(Principal who) => who.Is<Everyone>();

    static ConnectorException Missing(Securable kind, string id) =>
        ConnectorException.NotFound($"There is no {kind.Keyword.ToLowerInvariant()} with the OID {id} on the server.");
}
