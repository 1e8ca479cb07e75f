using Baton;

namespace BatonUnix;

/// <summary>
/// The host. A sync begins with <see cref="Refresh"/>, and all resource types look at what was read then: so a membership never names an
/// account that the list of users lacks.
/// </summary>
sealed class UnixHost(UnixConfig config, ISyncWarnings warnings, TimeProvider time)
{
    volatile HostSnapshot? _snapshot;

    /// <summary>What the files said when the sync began.</summary>
    public HostSnapshot Now => _snapshot ?? Refresh();

    /// <summary>Reads the files for a sync.</summary>
    public HostSnapshot Refresh() => _snapshot = Look();

    /// <summary>Reads the files for a change, without disturbing a sync that is under way.</summary>
    public HostSnapshot Look() => new(new(new(config.Root), warnings), time);
}
