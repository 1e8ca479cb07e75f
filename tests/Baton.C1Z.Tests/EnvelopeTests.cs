using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Baton.C1Z.Tests;

/// <summary>The outer layer: what is written, what is accepted, and that the target changes in one step or not at all.</summary>
public sealed class EnvelopeTests : IDisposable
{
    readonly TestFolder _folder = new();

    string Target => _folder.File("sync.c1z");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4096)]
    [InlineData(300_000)]
    [InlineData(20_000_000)]
    public async Task PackAsync_AnySize_WritesOneFrameWithSizeAndChecksum(int size)
    {
        var content = new byte[size];
        new Random(size).NextBytes(content.AsSpan(0, size / 2));
        var saved = await PackAsync(content);
        var file = await File.ReadAllBytesAsync(Target, Sample.Cancel);
        Assert.Equal((size, file.Length), (saved.DatabaseBytes, saved.FileBytes));

        Assert.Equal(Bytes.Magic, file[..5]);
        Assert.Equal(0xFD2FB528, BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(5)));
        var descriptor = file[9];
        Assert.Equal(0, descriptor & 0x0B); // no reserved or unused bit, no dictionary
        Assert.Equal(4, descriptor & 4); // checksum
        var isSingle = (descriptor & 0x20) != 0;
        Assert.True(!isSingle || size < 8 << 20, "a single segment needs the whole content as memory");
        if (!isSingle)
            Assert.InRange(file[10] >> 3, 0, 23 - 10);
        var at = isSingle ? 10 : 11;
        var declared = (descriptor >> 6) switch
        {
            0 => file[at],
            1 => BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(at)) + 256L,
            2 => BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at)),
            _ => (long)BinaryPrimitives.ReadUInt64LittleEndian(file.AsSpan(at)),
        };
        Assert.True(isSingle || descriptor >> 6 != 0, "the content size is declared");
        Assert.Equal(size, declared);
        Assert.Equal(content, await UnpackAsync());
    }

    [Fact]
    public async Task UnpackAsync_FramesOfOtherWriters_AreAccepted()
    {
        var first = RandomNumberGenerator.GetBytes(200_000);
        var second = RandomNumberGenerator.GetBytes(10);
        byte[][] payloads =
        [
            Bytes.Frame(Bytes.Join(first, second)),
            Bytes.Join(Bytes.Frame(first), Bytes.Frame(second, declared: 10)),
            Bytes.Join(Bytes.Skippable([1, 2, 3]), Bytes.Frame(first, declared: 200_000), Bytes.Skippable([]), Bytes.SingleSegment(second, 10), Bytes.Frame([])),
            Bytes.Frame(Bytes.Join(first, second), window: (27 - 10) << 3),
        ];
        foreach (var payload in payloads)
        {
            await File.WriteAllBytesAsync(Target, Bytes.Join(Bytes.Magic, payload), Sample.Cancel);
            Assert.Equal(Bytes.Join(first, second), await UnpackAsync());
        }
    }

    [Fact]
    public async Task OpenAsync_NoContent_ReadsAsAnEmptyFile()
    {
        foreach (var payload in new byte[][] { [], Bytes.Frame([]), Bytes.Skippable([1]) })
        {
            await File.WriteAllBytesAsync(Target, Bytes.Join(Bytes.Magic, payload), Sample.Cancel);
            await using var reader = await C1ZReader.OpenAsync(Target, _folder.Options(), Sample.Cancel);
            Assert.Null(reader.Sync);
            Assert.Empty(await reader.ResourceTypesAsync(Sample.Cancel).ToListAsync(Sample.Cancel));
            Assert.Empty(await reader.SyncRunsAsync(Sample.Cancel).ToListAsync(Sample.Cancel));
        }
    }

    [Fact]
    public async Task OpenAsync_ToWrite_TreatsMissingAndEmptyAsNew()
    {
        await Sample.WriteAsync(_folder, Target);
        await File.WriteAllBytesAsync(_folder.File("empty.c1z"), [], Sample.Cancel);
        await Sample.WriteAsync(_folder, _folder.File("empty.c1z"));
        await using var reader = await C1ZReader.OpenAsync(_folder.File("empty.c1z"), _folder.Options(), Sample.Cancel);
        Assert.NotNull(reader.Sync);
    }

    [Fact]
    public async Task SaveAsync_NewAndReplacedFile_HaveTheRightMode()
    {
        if (OperatingSystem.IsWindows())
            return;
        await Sample.WriteAsync(_folder, Target);
        const UnixFileMode Shared = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(Target) & ~Shared);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Target) & (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        File.SetUnixFileMode(Target, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await Sample.WriteAsync(_folder, Target);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Target));
    }

    [Fact]
    public async Task SaveAsync_Cancelled_LeavesTheOldFileAndNothingElse()
    {
        await Sample.WriteAsync(_folder, Target);
        var before = await File.ReadAllBytesAsync(Target, Sample.Cancel);
        await using (var file = await C1ZFile.OpenAsync(Target, _folder.Options(), Sample.Cancel))
        {
            file.StartSync(SyncType.Full);
            using var cancelled = new CancellationTokenSource();
            await cancelled.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await file.SaveAsync(cancelled.Token));
        }
        AssertOnly(before);
    }

    [Fact]
    public async Task PackAsync_FailingInTheMiddle_LeavesTheOldFileAndNothingElse()
    {
        if (!OperatingSystem.IsLinux())
            return;
        await Sample.WriteAsync(_folder, Target);
        var before = await File.ReadAllBytesAsync(Target, Sample.Cancel);
        // Opens well, and fails at the first read, when the new file has begun.
        var e = await Assert.ThrowsAsync<C1ZException>(async () => await C1ZEnvelope.PackAsync("/proc/self/mem", Target, Sample.Cancel));
        Assert.Equal(C1ZError.InputOutput, e.Error);
        AssertOnly(before);
    }

    [Fact]
    public async Task SaveAsync_TargetBecameADirectory_FailsAndLeavesNoTemporaryFile()
    {
        await using (var file = await C1ZFile.OpenAsync(Target, _folder.Options(), Sample.Cancel))
        {
            file.StartSync(SyncType.Full);
            Directory.CreateDirectory(Target);
            var e = await Assert.ThrowsAsync<C1ZException>(async () => await file.SaveAsync(Sample.Cancel));
            Assert.Equal(C1ZError.InputOutput, e.Error);
            Assert.Contains(Target, e.Message, StringComparison.Ordinal);
            Assert.Empty(_folder.Names());
            // Nothing is lost: the cause removed, the same file saves.
            Directory.Delete(Target);
            await file.SaveAsync(Sample.Cancel);
        }
        Assert.Equal(["sync.c1z"], _folder.Names());
        _folder.AssertNoLeftovers();
    }

    [Fact]
    public async Task DisposeAsync_WithoutSaving_LeavesTheTargetUntouched()
    {
        await using (var file = await C1ZFile.OpenAsync(Target, _folder.Options(), Sample.Cancel))
        {
            file.StartSync(SyncType.Full);
            file.PutAll();
            file.EndSync();
        }
        Assert.Empty(_folder.Names());
        _folder.AssertNoLeftovers();
    }

    [Theory]
    [InlineData("/dev/null")]
    [InlineData("/nowhere/at/all/sync.c1z")]
    public async Task OpenAsync_TargetThatCannotBeReplaced_FailsAtOnce(string target)
    {
        var e = await Assert.ThrowsAsync<C1ZException>(async () => await C1ZFile.OpenAsync(target, _folder.Options(), Sample.Cancel));
        Assert.Equal(C1ZError.InputOutput, e.Error);
        _folder.AssertNoLeftovers();
    }

    [Fact]
    public async Task SaveAsync_TwoAtOnce_LeaveOneOfBoth()
    {
        var options = _folder.Options();
        await using var one = await C1ZFile.OpenAsync(Target, options, Sample.Cancel);
        await using var two = await C1ZFile.OpenAsync(Target, options, Sample.Cancel);
        one.StartSync(SyncType.Full);
        two.StartSync(SyncType.Full);
        for (var i = 0; i < 20; i++)
            await Task.WhenAll(one.SaveAsync(Sample.Cancel).AsTask(), two.SaveAsync(Sample.Cancel).AsTask());
        await using var reader = await C1ZReader.OpenAsync(Target, _folder.Options(), Sample.Cancel);
        Assert.Contains(reader.Sync!.Id, new[] { one.CurrentSync!.Id, two.CurrentSync!.Id });
        Assert.Equal(["sync.c1z"], _folder.Names());
    }

    void AssertOnly(byte[] content)
    {
        Assert.Equal(["sync.c1z"], _folder.Names());
        Assert.Equal(content, File.ReadAllBytes(Target));
        _folder.AssertNoLeftovers();
    }

    async Task<SavedFile> PackAsync(byte[] content)
    {
        var database = _folder.File("database");
        await File.WriteAllBytesAsync(database, content, Sample.Cancel);
        return await C1ZEnvelope.PackAsync(database, Target, Sample.Cancel);
    }

    async Task<byte[]> UnpackAsync()
    {
        var database = _folder.File($"{Guid.NewGuid():N}");
        await C1ZEnvelope.UnpackAsync(Target, database, _folder.Options(), Sample.Cancel);
        return await File.ReadAllBytesAsync(database, Sample.Cancel);
    }
}
