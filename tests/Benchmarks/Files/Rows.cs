using Baton.C1Z;

namespace Baton.Benchmarks.Files;

static class Rows
{
    /// <summary>How many rows the latest sync of a file has.</summary>
    public static async Task<long> CountAsync(string file)
    {
        await using var reader = await C1ZReader.OpenAsync(file);
        var stats = await reader.StatsAsync() ?? throw new InvalidDataException($"{file} has no finished sync.");
        return stats.ResourceTypes + stats.Resources + stats.Entitlements + stats.Grants;
    }
}
