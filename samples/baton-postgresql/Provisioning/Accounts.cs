using System.Globalization;
using System.Text;
using Baton;
using BatonPostgresql.Catalog;
using BatonPostgresql.Server;

namespace BatonPostgresql.Provisioning;

/// <summary>Creates and drops roles, sets their passwords, and lets them log in or not.</summary>
sealed class Accounts(PostgresqlServer server, TimeProvider time)
{
    // The server would cut longer names, with no more than a notice.
    const int MaxName = 63;

    /// <summary>Creates a role that can log in. One of the same name is left as it is.</summary>
    public Task<AccountResult<RoleAccount>> CreateAsync(NewAccount account, NewRole form, NewCredential credential, CancellationToken ct)
    {
        var name = account.Login.Length > 0 ? account.Login : account.Email ?? "";
        if (name.Length == 0 || Encoding.UTF8.GetByteCount(name) > MaxName)
            throw new ConnectorException(
                ErrorCode.InvalidArgument, $"The name of a role has 1 to {MaxName} bytes, and this one has {Encoding.UTF8.GetByteCount(name)}.");
        var options = $"LOGIN CONNECTION LIMIT {form.ConnectionLimit.ToString(CultureInfo.InvariantCulture)}{ValidUntil(form.ValidUntil)}" +
            (credential.HasPassword ? $" PASSWORD '{ScramVerifier.Of(credential.Password)}'" : "");
        return server.ChangeAsync(
            null,
            async session =>
            {
                if (await Role.FindAsync(session, name, ct) is { } existing)
                    return AccountResult.AlreadyExists(new RoleAccount(existing, time.GetUtcNow()));
                await session.ExecuteAsync($"CREATE ROLE {Identifier.Quote(name)} {options}", ct);
                return AccountResult.Created(new RoleAccount((await Role.FindAsync(session, name, ct))!, time.GetUtcNow()));
            },
            ct);
    }

    /// <summary>Sets the password of a role.</summary>
    public Task SetPasswordAsync(string id, string password, CancellationToken ct) => AlterAsync(id, $"PASSWORD '{ScramVerifier.Of(password)}'", ct);

    /// <summary>Lets a role log in.</summary>
    public Task EnableLoginAsync(string id, CancellationToken ct) => AlterAsync(id, "LOGIN", ct);

    /// <summary>Keeps a role from logging in.</summary>
    public async Task<LoginDisabled> DisableLoginAsync(string id, bool endSessions, CancellationToken ct)
    {
        await AlterAsync(id, "NOLOGIN", ct);
        // After the change is there for all: so none of the sessions can come back.
        return endSessions
            ? new(await server.ChangeAsync(null, session => EndSessionsAsync(session, id, ct), ct))
            : new(0);
    }

    /// <summary>Drops a role. One that owns something, or has privileges, is refused, with a list of these.</summary>
    public Task<DeleteOutcome> DropAsync(string id, CancellationToken ct) => server.ChangeAsync(
        null,
        async session =>
        {
            if (await RoleName.FindAsync(session, Identifier.Oid(id), ct) is not { } name)
                return DeleteOutcome.AlreadyDeleted;
            await session.ExecuteAsync($"DROP ROLE {name}", ct);
            return DeleteOutcome.Deleted;
        },
        ct);

    Task<bool> AlterAsync(string id, string options, CancellationToken ct) => server.ChangeAsync(
        null,
        async session =>
        {
            var name = await RoleName.FindAsync(session, Identifier.Oid(id), ct) ?? throw RoleName.Missing(id);
            await session.ExecuteAsync($"ALTER ROLE {name} {options}", ct);
            return true;
        },
        ct);

    static async Task<int> EndSessionsAsync(Session session, string id, CancellationToken ct) => (await session.ReadAsync(
        "SELECT pg_catalog.pg_terminate_backend(pid) FROM pg_catalog.pg_stat_activity WHERE usesysid = $1::oid AND pid <> pg_catalog.pg_backend_pid()",
        static row => row.GetBoolean(0), ct, Session.Value(Identifier.Oid(id)))).Count(static ended => ended);

    // Written anew, so that nothing of what was entered gets into the statement.
    static string ValidUntil(string? text) => string.IsNullOrEmpty(text) ? ""
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var until)
            ? $" VALID UNTIL '{until.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture)}'"
            : throw new ConnectorException(ErrorCode.InvalidArgument, "valid_until is not a time: write it like 2030-12-31T23:59:59Z.");
}
