namespace Baton.C1Z.Tests;

/// <summary>Damaged and hostile files: a typed error, nothing touched, nothing left behind.</summary>
public sealed class CorruptFileTests : IDisposable
{
    const long MiB = 1 << 20;

    readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Truncated_AtEveryOffset_IsEmptyOrTruncated()
    {
        var file = await GoodAsync();
        Assert.True(file.Length > 200);
        for (var length = 0; length < file.Length; length++)
        {
            if (length == Bytes.Magic.Length)
                continue; // a magic without a payload is an empty file
            await AssertErrorAsync($"cut at {length}", file[..length], length == 0 ? C1ZError.Empty : C1ZError.Truncated, alsoWrite: length > 0);
        }
    }

    [Fact]
    public async Task Magic_EveryBitFlipped_IsNotAC1Z()
    {
        var file = await GoodAsync();
        for (var bit = 0; bit < 8 * Bytes.Magic.Length; bit++)
            await AssertErrorAsync($"bit {bit}", Flip(file, bit), C1ZError.NotC1Z);
    }

    [Fact]
    public async Task Payload_AnyBitFlipped_IsDetectedOrOfNoEffect()
    {
        var file = await GoodAsync();
        var content = await UnpackAsync(file);
        var (flips, harmless) = (0, 0);
        for (var bit = 8 * Bytes.Magic.Length; bit < 8 * file.Length; bit += bit < 200 ? 1 : 29)
        {
            var flipped = Flip(file, bit);
            flips++;
            if (await new Probe(_folder).ReadAsync(flipped) is not null)
                continue;
            // Padding, which decoders skip.
            harmless++;
            Assert.Equal(content, await UnpackAsync(flipped));
        }
        Assert.True(harmless < flips / 20, $"{harmless} of {flips} flips had no effect");
    }

    [Fact]
    public async Task Payload_NotZstd_IsCorrupt()
    {
        var random = new Random(1);
        for (var length = 1; length <= 40; length++)
        {
            var noise = new byte[length];
            random.NextBytes(noise);
            noise[0] = 0x99;
            await AssertErrorAsync($"{length} bytes of noise", Bytes.Join(Bytes.Magic, noise), C1ZError.CorruptPayload);
        }
        await AssertErrorAsync("gzip", Bytes.Join(Bytes.Magic, [0x1F, 0x8B, 8, 0, 0, 0, 0, 0]), C1ZError.CorruptPayload);
        await AssertErrorAsync("old zstd", Bytes.Join(Bytes.Magic, [0x27, 0xB5, 0x2F, 0xFD, 0, 0, 0, 0]), C1ZError.CorruptPayload);
        await AssertErrorAsync("needs a dictionary", Bytes.Join(Bytes.Magic, [0x28, 0xB5, 0x2F, 0xFD, 0x01, 0x70, 7, 1, 0, 0]), C1ZError.CorruptPayload);
        await AssertErrorAsync("reserved block", Bytes.Join(Bytes.Magic, [0x28, 0xB5, 0x2F, 0xFD, 0x00, 0x70, 7, 0, 0]), C1ZError.CorruptPayload);
        await AssertErrorAsync("declares less", Bytes.Join(Bytes.Magic, Bytes.Frame(new byte[100], declared: 99)), C1ZError.CorruptPayload);
        await AssertErrorAsync("declares more", Bytes.Join(Bytes.Magic, Bytes.Frame(new byte[100], declared: 101)), C1ZError.CorruptPayload);
    }

    [Fact]
    public async Task Trailing_Bytes_AreRejected()
    {
        var file = await GoodAsync();
        var random = new Random(2);
        for (var length = 1; length <= 40; length++)
        {
            var tail = new byte[length];
            random.NextBytes(tail);
            tail[0] = (byte)(length % 2 == 0 ? 0 : 0x43);
            await AssertErrorAsync($"{length} bytes behind", Bytes.Join(file, tail), C1ZError.TrailingData);
        }
        await AssertErrorAsync("twice", Bytes.Join(file, file), C1ZError.TrailingData);
        await AssertErrorAsync("half a frame", Bytes.Join(file, file[5..100]), C1ZError.Truncated);
        await AssertErrorAsync("half a magic", Bytes.Join(file, file[5..7]), C1ZError.Truncated);
        await AssertErrorAsync("half a skippable frame", Bytes.Join(file, Bytes.Skippable(new byte[9])[..^1]), C1ZError.Truncated);
    }

    [Fact]
    public async Task Declared_MoreThanAllowed_FailsBeforeDecoding()
    {
        foreach (var size in new ulong[] { (10UL << 30) + 1, 1UL << 40, 1UL << 62, 1UL << 63, ulong.MaxValue - 1 })
        {
            await AssertErrorAsync($"declares {size}", Bytes.Join(Bytes.Magic, Bytes.Frame([1], declared: size)), C1ZError.TooLarge);
            await AssertErrorAsync($"single segment {size}", Bytes.Join(Bytes.Magic, Bytes.SingleSegment([1], size)), C1ZError.TooLarge);
        }
        var small = _folder.Options() with { MaxDecodedBytes = MiB };
        await AssertErrorAsync("cap", Bytes.Join(Bytes.Magic, Bytes.Frame(new byte[MiB + 1], declared: (ulong)MiB + 1)), C1ZError.TooLarge, options: small);
        await AssertErrorAsync(
            "second frame", Bytes.Join(Bytes.Magic, Bytes.Frame(new byte[MiB]), Bytes.Frame([1], declared: 1)), C1ZError.TooLarge, options: small);
        await AssertErrorAsync(
            "no check", Bytes.Join(Bytes.Magic, Bytes.Frame([1], declared: 1UL << 40)), C1ZError.CorruptPayload,
            options: small with { CheckDeclaredSize = false });
    }

    [Fact]
    public async Task Expanding_MoreThanAllowed_StopsAtTheCap()
    {
        for (var mebibytes = 1; mebibytes <= 10; mebibytes++)
        {
            var options = _folder.Options() with { MaxDecodedBytes = mebibytes * MiB };
            var bomb = Bytes.Join(Bytes.Magic, Bytes.Bomb((8 * mebibytes) + 1));
            Assert.True(bomb.Length < 400);
            await AssertErrorAsync($"bomb of {mebibytes} MiB", bomb, C1ZError.TooLarge, options: options);
            await AssertErrorAsync("the cap itself", Bytes.Join(Bytes.Magic, Bytes.Bomb(8 * mebibytes)), C1ZError.CorruptDatabase, options: options);
            await AssertErrorAsync(
                "undeclared by a lie", Bytes.Join(Bytes.Magic, Bytes.Bomb(8 * mebibytes + 1, declared: 10)), C1ZError.CorruptPayload, options: options);
        }
    }

    [Fact]
    public async Task Window_MoreThanAllowed_IsRejected()
    {
        for (var descriptor = ((27 - 10) << 3) + 1; descriptor <= 0xFF; descriptor++)
            await AssertErrorAsync($"window {descriptor:x2}", Bytes.Join(Bytes.Magic, Bytes.Frame([1], window: (byte)descriptor)), C1ZError.WindowTooLarge);
        foreach (var size in new[] { (128 * MiB) + 1, 512 * MiB, 1L << 33 })
            await AssertErrorAsync($"single segment of {size}", Bytes.Join(Bytes.Magic, Bytes.SingleSegment([1], (ulong)size)), C1ZError.WindowTooLarge);
        // Raising the limit helps up to 512 MiB, which is where every decoder of the format stops.
        var large = _folder.Options() with { MaxWindowBytes = 1L << 40 };
        await AssertErrorAsync("29 bits", Bytes.Join(Bytes.Magic, Bytes.Frame([1], window: (29 - 10) << 3)), C1ZError.CorruptDatabase, options: large);
        await AssertErrorAsync("a bit more", Bytes.Join(Bytes.Magic, Bytes.Frame([1], window: ((29 - 10) << 3) + 1)), C1ZError.WindowTooLarge, options: large);
    }

    [Fact]
    public async Task Path_NoFile_IsSaidSo()
    {
        var missing = await Assert.ThrowsAsync<C1ZException>(async () => await C1ZReader.OpenAsync(_folder.File("missing"), _folder.Options(), Sample.Cancel));
        Assert.Equal(C1ZError.NotFound, missing.Error);
        var directory = await Assert.ThrowsAsync<C1ZException>(async () => await C1ZReader.OpenAsync(_folder.Temp, _folder.Options(), Sample.Cancel));
        Assert.Equal(C1ZError.InputOutput, directory.Error);
        _folder.AssertNoLeftovers();
    }

    async Task AssertErrorAsync(string name, byte[] content, C1ZError expected, C1ZOptions? options = null, bool alsoWrite = true)
    {
        var probe = new Probe(_folder, options);
        Check(await probe.ReadAsync(content));
        if (alsoWrite)
            Check(await probe.OpenToWriteAsync(content));

        void Check(C1ZException? error)
        {
            Assert.True(error?.Error == expected, $"{name}: expected {expected}, got {error?.Error.ToString() ?? "no error"}: {error?.Message}");
            Assert.Contains("probe.c1z", error!.Message, StringComparison.Ordinal);
        }
    }

    async Task<byte[]> UnpackAsync(byte[] content)
    {
        var (path, database) = (_folder.File("flipped.c1z"), _folder.File("flipped.db"));
        await File.WriteAllBytesAsync(path, content, Sample.Cancel);
        await C1ZEnvelope.UnpackAsync(path, database, _folder.Options(), Sample.Cancel);
        var unpacked = await File.ReadAllBytesAsync(database, Sample.Cancel);
        File.Delete(path);
        File.Delete(database);
        return unpacked;
    }

    static byte[] Flip(byte[] file, int bit)
    {
        var copy = (byte[])file.Clone();
        copy[bit / 8] ^= (byte)(1 << (bit % 8));
        return copy;
    }

    async Task<byte[]> GoodAsync()
    {
        var path = _folder.File("good.c1z");
        await Sample.WriteAsync(_folder, path);
        var content = await File.ReadAllBytesAsync(path, Sample.Cancel);
        File.Delete(path);
        Assert.Null(await new Probe(_folder).ReadAsync(content));
        return content;
    }
}
