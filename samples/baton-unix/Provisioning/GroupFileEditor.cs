using Baton;
using BatonUnix.Files;

namespace BatonUnix.Provisioning;

/// <summary>
/// Edits <c>etc/group</c>, and <c>etc/gshadow</c> where there is one, of a system that is not running. The lock files are those of the
/// system's own tools, so that <c>gpasswd --root</c> and the like wait for it, and it for them.
/// </summary>
sealed class GroupFileEditor(RootDirectory root, TimeProvider time) : IGroupEditor
{
    const string Shadow = "/etc/gshadow";

    /// <inheritdoc/>
    public Task<bool> AddAsync(string group, string user, CancellationToken cancellationToken) => EditAsync(group, user, true, cancellationToken);

    /// <inheritdoc/>
    public Task<bool> RemoveAsync(string group, string user, CancellationToken cancellationToken) => EditAsync(group, user, false, cancellationToken);

    async Task<bool> EditAsync(string group, string user, bool add, CancellationToken cancellationToken)
    {
        if (!System.Text.Ascii.IsValid(user))
            throw new ConnectorException(ErrorCode.FailedPrecondition, $"The name \"{user}\" is not plain ASCII: edit {root.Show(GroupFile.Path)} by hand.");
        try
        {
            using var groupLock = await LockFile.TakeAsync(root.Resolve("/etc") + "/group.lock", time, cancellationToken);
            using var shadowLock = await LockFile.TakeAsync(root.Resolve("/etc") + "/gshadow.lock", time, cancellationToken);
            return Edit(group, user, add);
        }
        catch (UnauthorizedAccessException failure)
        {
            throw new ConnectorException(ErrorCode.PermissionDenied, $"{root.Show("/etc")}: this user may not change the group files.", failure);
        }
        catch (IOException failure)
        {
            throw new ConnectorException(ErrorCode.FailedPrecondition, $"{root.Show("/etc")}: the group files cannot be changed: {failure.Message}", failure);
        }
    }

    bool Edit(string group, string user, bool add)
    {
        var shown = root.Show(GroupFile.Path);
        var content = root.Read(GroupFile.Path) ?? throw ConnectorException.NotFound($"{shown} does not exist.");
        var changed = MemberList.Edit(content, group, user, add, out var found);
        if (!found)
            throw ConnectorException.NotFound($"There is no group \"{group}\" in {shown}.");
        // The shadow file goes first: should the second step fail, trying again repairs both, since group decides what is to be done.
        if (changed is null)
            return false;
        if (root.Read(Shadow) is { } shadow && MemberList.Edit(shadow, group, user, add, out _) is { } changedShadow)
            AtomicFile.Replace(root.Resolve(Shadow), changedShadow);
        AtomicFile.Replace(root.Resolve(GroupFile.Path), changed);
        return true;
    }
}
