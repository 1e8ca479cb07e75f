using Baton.C1Z;

namespace Baton.Cli;

/// <summary>The value of a flag that names a c1z.</summary>
static class GivenPath
{
    /// <summary>The path, from the root; an address as it is.</summary>
    public static string Of(string value, string workingDirectory) => RemoteStore.IsAddress(value) ? value : Path.Combine(workingDirectory, value);

    /// <summary>Refuses an address that this program can do nothing with.</summary>
    /// <exception cref="UsageException">There is no add-on for it, or it is malformed.</exception>
    public static void Check(string flag, string value)
    {
        if (!RemoteStore.IsAddress(value))
            return;
        try
        {
            RemoteStore.For(value);
        }
        catch (C1ZException e)
        {
            throw new UsageException($"field {flag}: {e.Message}");
        }
    }
}
