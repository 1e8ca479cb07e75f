using Baton;

namespace BatonUnix;

/// <summary>The settings.</summary>
[ConnectorConfig]
sealed partial record UnixConfig
{
    /// <summary>Root directory of the system to read.</summary>
    [Field(Description = "Root directory of the system to read, for example a mounted disk or an unpacked image", Placeholder = "/mnt/disk")]
    public string Root { get; init; } = "/";
}
