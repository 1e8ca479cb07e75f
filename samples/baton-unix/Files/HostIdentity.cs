namespace BatonUnix.Files;

/// <summary>Name and system of the host.</summary>
/// <param name="Name">Host name, in full as far as the host knows it.</param>
/// <param name="System">Name and version of the operating system, where it says so.</param>
sealed record HostIdentity(string Name, string? System)
{
    /// <summary>The name up to the first dot.</summary>
    public string ShortName => Name.Split('.')[0];

    public static HostIdentity Read(HostFiles files)
    {
        var name = files.Read("/etc/hostname", "the name of this machine stands for the host's").Lines
            .Select(static l => l.Text.Trim())
            .FirstOrDefault(static t => t.Length > 0 && t[0] != '#') ?? Environment.MachineName;
        var release = files.Read("/etc/os-release", "the host's profile has no operating system").Lines
            .Select(static l => l.Text)
            .FirstOrDefault(static t => t.StartsWith("PRETTY_NAME=", StringComparison.Ordinal));
        return new(name, release?["PRETTY_NAME=".Length..].Trim().Trim('"', '\''));
    }
}
