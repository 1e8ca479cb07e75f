using Baton;
using BatonUnix.Accounts;

namespace BatonUnix.Provisioning;

/// <summary>Grants and revokes memberships, after looking at what the host says now.</summary>
sealed class GroupMembership(UnixHost host, IGroupEditor editor)
{
    /// <summary>Makes a user a member of a group.</summary>
    public async Task<GrantOutcome> AddAsync(string group, Principal who, CancellationToken cancellationToken)
    {
        var user = UserName(who);
        var now = host.Look();
        var target = Group(now, group);
        if (now.Accounts.Find(user) is null)
            throw ConnectorException.NotFound($"There is no user \"{user}\" on this host.");
        if (target.Members.Any(m => m.Name == user))
            return GrantOutcome.AlreadyGranted;
        return await editor.AddAsync(group, user, cancellationToken) ? GrantOutcome.Granted : GrantOutcome.AlreadyGranted;
    }

    /// <summary>Ends a user's membership of a group.</summary>
    public async Task<RevokeOutcome> RemoveAsync(string group, Principal who, CancellationToken cancellationToken)
    {
        var user = UserName(who);
        var now = host.Look();
        var target = Group(now, group);
        if (target.Members.Any(m => m.Name == user && m.Primary))
        {
            throw new ConnectorException(ErrorCode.FailedPrecondition,
                $"\"{group}\" is the primary group of \"{user}\" (gid {target.Gid} in /etc/passwd), which cannot be revoked: " +
                $"give the account another one first, for example with \"usermod -g GROUP {user}\".");
        }
        return await editor.RemoveAsync(group, user, cancellationToken) ? RevokeOutcome.Revoked : RevokeOutcome.AlreadyRevoked;
    }

    static UnixGroup Group(HostSnapshot now, string name) =>
        now.Groups.Find(name) ?? throw ConnectorException.NotFound($"There is no group \"{name}\" in /etc/group.");

    static string UserName(Principal who) => who.Type == "user"
        ? who.Id
        : throw new ConnectorException(ErrorCode.InvalidArgument, $"Only users can be members of a Unix group, not {who}.");
}
