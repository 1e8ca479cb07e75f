using Baton.C1Z;

namespace Baton.Service.Tests.EndToEnd;

/// <summary>Reads what C1 received.</summary>
static class Uploaded
{
    public static async Task<(int People, int Entitlements, int Grants)> CountAsync(byte[] file)
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(path, file);
            await using var reader = await C1ZReader.OpenAsync(path, new C1ZOptions(), default);
            return (
                await reader.ResourcesAsync(new ResourceFilter { ResourceTypeId = "person" }).CountAsync(),
                await reader.EntitlementsAsync().CountAsync(),
                await reader.GrantsAsync(new GrantFilter()).CountAsync());
        }
        finally
        {
            File.Delete(path);
        }
    }
}
