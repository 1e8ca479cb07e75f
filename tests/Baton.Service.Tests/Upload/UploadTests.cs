using System.Text.Json;
using Baton.Service.Tests.Loop;
using Baton.Transport;
using Baton.Upload;
using Microsoft.Extensions.Logging.Abstractions;
using PartKind = Baton.Protocol.Service.V1.BatonServiceUploadAssetRequest.MsgOneofCase;

namespace Baton.Service.Tests.Upload;

public sealed class UploadTests : IDisposable
{
    static readonly JsonElement Cases = Vector.Load("upload.json");

    readonly string _file = Path.GetTempFileName();
    readonly FakeTime _time = new() { Skips = false };

    public static TheoryData<int> All => [.. Enumerable.Range(0, Cases.GetArrayLength())];

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_file_is_cut_as_by_others(int index)
    {
        var vector = Cases[index];
        await File.WriteAllBytesAsync(_file, new byte[vector.GetProperty("file_size").GetInt32()]);
        var c1 = new FakeC1();
        await Upload(c1).SendAsync(_file, "2tveokPvtza3v2ShkigIFXV88SB", default);
        var parts = Assert.Single(c1.Uploads);
        Assert.Equal(("h", "2tveokPvtza3v2ShkigIFXV88SB"), (parts[0].Metadata.HostId, parts[0].Metadata.TaskId));
        var sizes = vector.GetProperty("data_sizes") is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray().Select(static s => s.GetInt32()) : [];
        Assert.Equal(sizes, parts.Where(static p => p.MsgCase == PartKind.Data).Select(static p => p.Data.Data.Length));
        var content = parts.Where(static p => p.MsgCase == PartKind.Data).SelectMany(static p => p.Data.Data).ToArray();
        Assert.Equal(System.Security.Cryptography.SHA256.HashData(content), parts[^1].Eof.Sha256Checksum.ToByteArray());
        Assert.Equal(PartKind.Eof, parts[^1].MsgCase);
    }

    [Fact]
    public async Task Whatever_fails_is_tried_three_times_from_the_start()
    {
        await File.WriteAllBytesAsync(_file, new byte[600_000]);
        var c1 = new FakeC1 { OnUpload = static _ => throw new RpcException(ErrorCode.PermissionDenied, "no") };
        var failure = await Assert.ThrowsAsync<ConnectorException>(() => PatientlyAsync(Upload(c1).SendAsync(_file, "t", default)));
        Assert.Equal((ErrorCode.PermissionDenied, "uploading the file failed after 3 attempts: no"), (failure.Code, failure.Message));
        Assert.All(c1.Uploads, static parts => Assert.Equal(4, parts.Count));
    }

    [Fact]
    public async Task A_cut_line_is_outlasted()
    {
        var start = _time.GetUtcNow();
        var c1 = new FakeC1 { OnUpload = _ => _time.GetUtcNow() - start < TimeSpan.FromSeconds(90) ? throw FakeC1.Away : new() };
        await PatientlyAsync(Upload(c1).SendAsync(_file, "t", default));
        Assert.InRange(c1.Uploads.Count, 5, 15);
    }

    [Fact]
    public async Task A_file_that_is_gone_is_an_error()
    {
        File.Delete(_file);
        await Assert.ThrowsAsync<FileNotFoundException>(() => Upload(new FakeC1()).SendAsync(_file, "t", default));
    }

    public void Dispose() => File.Delete(_file);

    AssetUpload Upload(FakeC1 c1) => new(c1, "h", _time, NullLogger.Instance);

    async Task PatientlyAsync(Task sending)
    {
        while (!sending.IsCompleted)
        {
            await EndToEnd.Wait.ForAsync(() => sending.IsCompleted || _time.Waiting > 0);
            if (!sending.IsCompleted)
                _time.AdvanceToNext();
        }
        await sending;
    }
}
