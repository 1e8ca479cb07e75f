using System.Net;

namespace Baton.Service;

/// <summary>By what C1 tells the replicas of a connector apart.</summary>
static class HostId
{
    public const string Variable = "BATON_HOST_ID";

    const string Fallback = "baton-sdk";

    /// <summary>C1 refuses longer ones.</summary>
    const int MaxLength = 256;

    public static string Of(Func<string, string?> environment)
    {
        // Environment.MachineName ends at the first dot; machines may differ behind it.
        var id = environment(Variable) ?? Dns.GetHostName();
        return id.Length == 0 ? Fallback : id[..Math.Min(id.Length, MaxLength)];
    }
}
