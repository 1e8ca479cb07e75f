using Baton.C1Z;

namespace Baton.Service.Tests.EndToEnd;

/// <summary>Reads what C1 received.</summary>
static class Uploaded
{
    public static Task<(int People, int Entitlements, int Grants)> CountAsync(byte[] file) => ReadAsync(file, static async reader => (
        await reader.ResourcesAsync(new ResourceFilter { ResourceTypeId = "person" }).CountAsync(),
        await reader.EntitlementsAsync().CountAsync(),
        await reader.GrantsAsync(new GrantFilter()).CountAsync()));

    public static Task<IReadOnlyList<string>> GrantIdsAsync(byte[] file) =>
        ReadAsync<IReadOnlyList<string>>(file, static async reader => [.. await reader.GrantsAsync(new GrantFilter()).Select(static g => g.Id).Order().ToListAsync()]);

    static async Task<T> ReadAsync<T>(byte[] file, Func<C1ZReader, Task<T>> read)
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(path, file);
            await using var reader = await C1ZReader.OpenAsync(path, new C1ZOptions(), default);
            return await read(reader);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
