namespace BatonUnix.Provisioning;

/// <summary>Changes the explicit members of groups.</summary>
interface IGroupEditor
{
    /// <summary>Adds a member.</summary>
    /// <returns>False when it was one already.</returns>
    Task<bool> AddAsync(string group, string user, CancellationToken cancellationToken);

    /// <summary>Removes a member.</summary>
    /// <returns>False when it was none.</returns>
    Task<bool> RemoveAsync(string group, string user, CancellationToken cancellationToken);
}
