using Baton;
using BatonPostgresql.Catalog;
using BatonPostgresql.Server;

namespace BatonPostgresql.Provisioning;

/// <summary>Gives and takes attributes of roles.</summary>
sealed class RoleAttributes(PostgresqlServer server)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<RoleAttribute> All { get; } =
    [
        new("superuser", "SUPERUSER", static r => r.Superuser),
        new("login", "LOGIN", static r => r.Login, AtLogin: true),
        new("create-role", "CREATEROLE", static r => r.CreateRole),
        new("create-database", "CREATEDB", static r => r.CreateDatabase),
        new("replication", "REPLICATION", static r => r.Replication, AtLogin: true),
        new("bypass-rls", "BYPASSRLS", static r => r.BypassRls),
    ];

    /// <summary>Gives an attribute.</summary>
    public async Task<GrantOutcome> GiveAsync(Principal who, string slug, CancellationToken ct) =>
        await ChangeAsync(who, slug, true, ct) ? GrantOutcome.Granted : GrantOutcome.AlreadyGranted;

    /// <summary>Takes an attribute.</summary>
    public async Task<RevokeOutcome> TakeAsync(Principal who, string slug, CancellationToken ct) =>
        await ChangeAsync(who, slug, false, ct) ? RevokeOutcome.Revoked : RevokeOutcome.AlreadyRevoked;

    Task<bool> ChangeAsync(Principal who, string slug, bool wanted, CancellationToken ct) => server.ChangeAsync(
        null,
        async session =>
        {
            var attribute = All.First(a => a.Slug == slug);
            var role = await Role.FindAsync(session, RoleName.Oid(who), ct);
            // A role that is gone has nothing any more.
            if (role is null && wanted)
                throw RoleName.Missing(who.Id);
            if (role is null || attribute.IsSet(role) == wanted)
                return false;
            await session.ExecuteAsync($"ALTER ROLE {Identifier.Quote(role.Name)} {(wanted ? "" : "NO")}{attribute.Keyword}", ct);
            return true;
        },
        ct);
}
