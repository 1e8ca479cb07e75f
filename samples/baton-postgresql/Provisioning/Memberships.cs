using Baton;
using BatonPostgresql.Catalog;
using BatonPostgresql.Server;

namespace BatonPostgresql.Provisioning;

/// <summary>Makes roles members of others, and ends that.</summary>
sealed class Memberships(PostgresqlServer server)
{
    // From this version on a membership belongs to the role that gave it, and only that role's name ends it.
    const int GrantorsCount = 16;

    const string Given =
        """
        SELECT m.admin_option, pg_catalog.quote_ident(g.rolname)
        FROM pg_catalog.pg_auth_members AS m LEFT JOIN pg_catalog.pg_roles AS g ON g.oid = m.grantor
        WHERE m.roleid = $1::oid AND m.member = $2::oid
        """;

    sealed record Gift(bool Admin, string? Grantor);

    /// <summary>Makes a role a member. Who is one with the admin option stays so: a grant takes nothing away.</summary>
    public Task<GrantOutcome> AddAsync(string role, Principal who, bool admin, CancellationToken ct) => server.ChangeAsync(
        null,
        async session =>
        {
            var (group, member) = (Identifier.Oid(role), RoleName.Oid(who));
            var groupName = await RoleName.FindAsync(session, group, ct) ?? throw RoleName.Missing(role);
            var memberName = await RoleName.FindAsync(session, member, ct) ?? throw RoleName.Missing(who.Id);
            var given = await GivenAsync(session, group, member, ct);
            if (given.Count > 0 && (!admin || given.Any(static g => g.Admin)))
                return GrantOutcome.AlreadyGranted;
            await session.ExecuteAsync($"GRANT {groupName} TO {memberName}{(admin ? " WITH ADMIN OPTION" : "")}", ct);
            return GrantOutcome.Granted;
        },
        ct);

    /// <summary>Ends a membership, whoever gave it.</summary>
    public Task<RevokeOutcome> RemoveAsync(string role, Principal who, CancellationToken ct) => server.ChangeAsync(
        null,
        async session =>
        {
            var (group, member) = (Identifier.Oid(role), RoleName.Oid(who));
            var given = await GivenAsync(session, group, member, ct);
            if (given.Count == 0)
                return RevokeOutcome.AlreadyRevoked;
            var groupName = await RoleName.FindAsync(session, group, ct) ?? throw RoleName.Missing(role);
            var memberName = await RoleName.FindAsync(session, member, ct) ?? throw RoleName.Missing(who.Id);
            foreach (var by in given.Select(g => session.Version >= GrantorsCount && g.Grantor is not null ? $" GRANTED BY {g.Grantor}" : "").Distinct())
                await session.ExecuteAsync($"REVOKE {groupName} FROM {memberName}{by}", ct);
            return (await GivenAsync(session, group, member, ct)).Count == 0
                ? RevokeOutcome.Revoked
                : throw new ConnectorException(ErrorCode.PermissionDenied,
                    $"{memberName} is still a member of {groupName}: \"{server.User}\" may not take back what others gave.");
        },
        ct);

    static Task<List<Gift>> GivenAsync(Session session, long role, long member, CancellationToken ct) => session.ReadAsync(
        Given, static row => new Gift(row.GetBoolean(0), row.IsDBNull(1) ? null : row.GetString(1)), ct, Session.Value(role), Session.Value(member));
}
