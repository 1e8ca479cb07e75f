using Baton;

namespace BatonUnix.Provisioning;

/// <summary>A program with its arguments, which no shell sees.</summary>
sealed record GroupCommand(string Program, IReadOnlyList<string> Arguments)
{
    // Not those of PATH: the program runs as root.
    static readonly string[] Directories = ["/usr/sbin", "/usr/bin", "/sbin", "/bin"];

    /// <summary>The command that makes a user a member of a group, and leaves the user's other groups alone.</summary>
    /// <param name="group">Name of the group.</param>
    /// <param name="user">Name of the user.</param>
    /// <param name="exists">Whether a file exists.</param>
    /// <exception cref="ConnectorException">There is no tool, or a name would not be one to it.</exception>
    public static GroupCommand Add(string group, string user, Func<string, bool> exists)
    {
        CheckNames(group, user);
        return Find("gpasswd", exists) is { } gpasswd ? new(gpasswd, ["-a", user, group])
            : Find("usermod", exists) is { } usermod ? new(usermod, ["-a", "-G", group, user])
            : throw NoTool();
    }

    /// <summary>The command that ends the membership.</summary>
    /// <param name="group">Name of the group.</param>
    /// <param name="user">Name of the user.</param>
    /// <param name="exists">Whether a file exists.</param>
    /// <exception cref="ConnectorException">There is no tool, or a name would not be one to it.</exception>
    public static GroupCommand Remove(string group, string user, Func<string, bool> exists)
    {
        CheckNames(group, user);
        return Find("gpasswd", exists) is { } gpasswd ? new(gpasswd, ["-d", user, group])
            : Find("usermod", exists) is { } usermod ? new(usermod, ["-r", "-G", group, user])
            : throw NoTool();
    }

    static string? Find(string tool, Func<string, bool> exists) => Directories.Select(d => $"{d}/{tool}").FirstOrDefault(exists);

    // What begins with a dash is an option to the tools, and a comma separates groups.
    static void CheckNames(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (name.Length == 0 || name[0] == '-' || name.AsSpan().ContainsAny(",:\n\0"))
                throw new ConnectorException(ErrorCode.InvalidArgument, $"\"{name}\" is not a name that the system's tools take.");
        }
    }

    static ConnectorException NoTool() => new(ErrorCode.FailedPrecondition,
        "Neither gpasswd nor usermod is installed: install the package \"passwd\" (Debian, Ubuntu), \"shadow-utils\" (Fedora, RHEL) or \"shadow\" (Alpine, Arch).");
}
