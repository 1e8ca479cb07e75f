namespace Baton.C1Z.Tests;

/// <summary>Files of format v3 are named as what they are.</summary>
public sealed class PebbleTests : IDisposable
{
    static readonly byte[] Magic = [.. "C1Z3\0"u8];

    readonly TestFolder _folder = new();

    string Target => _folder.File("sync.c1z");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("pebble3")]
    [InlineData("pebble")]
    public async Task OpenAsync_Manifest_NamesTheEngine(string engine)
    {
        // Field 4 (payload encoding) before field 1 (engine): fields may come in any order.
        byte[] manifest = [0x20, 0x05, 0x0A, (byte)engine.Length, .. System.Text.Encoding.ASCII.GetBytes(engine), 0xC2, 0x02, 0x00];
        var message = await ErrorAsync([.. Magic, 0, 0, 0, (byte)manifest.Length, .. manifest, 1, 2, 3]);
        Assert.Contains("c1z v3 (Pebble)", message, StringComparison.Ordinal);
        Assert.Contains($"\"{engine}\"", message, StringComparison.Ordinal);
        Assert.Contains("--storage-engine sqlite", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 0, 0 })]
    [InlineData(new byte[] { 0, 0, 0, 9, 0x0A })]
    [InlineData(new byte[] { 0, 0, 0, 2, 0x0A, 0x7F })]
    [InlineData(new byte[] { 0, 0, 0, 4, 0x0A, 2, 0xFF, 0x1B })]
    [InlineData(new byte[] { 0xFF, 0xFF, 0xFF, 0xFF })]
    public async Task OpenAsync_DamagedManifest_StillNamesTheFormat(byte[] rest)
    {
        var message = await ErrorAsync([.. Magic, .. rest]);
        Assert.Contains("c1z v3 (Pebble)", message, StringComparison.Ordinal);
        Assert.DoesNotContain("with engine", message, StringComparison.Ordinal);
    }

    async Task<string> ErrorAsync(byte[] content)
    {
        await File.WriteAllBytesAsync(Target, content, Sample.Cancel);
        var read = await Assert.ThrowsAsync<C1ZException>(async () => await C1ZReader.OpenAsync(Target, _folder.Options(), Sample.Cancel));
        var write = await Assert.ThrowsAsync<C1ZException>(async () => await C1ZFile.OpenAsync(Target, _folder.Options(), Sample.Cancel));
        Assert.Equal((C1ZError.UnsupportedFormat, C1ZError.UnsupportedFormat), (read.Error, write.Error));
        Assert.Equal(content, await File.ReadAllBytesAsync(Target, Sample.Cancel));
        _folder.AssertNoLeftovers();
        return read.Message;
    }
}
