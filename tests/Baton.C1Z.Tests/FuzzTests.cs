using System.Globalization;

namespace Baton.C1Z.Tests;

/// <summary>
/// Random damage to good files. Nothing but a typed error may come out. BATON_FUZZ_SEED and BATON_FUZZ_ROUNDS explore further.
/// </summary>
public sealed class FuzzTests : IDisposable
{
    readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task DamagedFile_AnyRound_ReadsOrFailsWithATypedError(bool isDatabase)
    {
        var seed = Setting("BATON_FUZZ_SEED", 20260301);
        var rounds = Setting("BATON_FUZZ_ROUNDS", 300);
        TestContext.Current.TestOutputHelper?.WriteLine($"BATON_FUZZ_SEED={seed} BATON_FUZZ_ROUNDS={rounds}");
        var good = await File.ReadAllBytesAsync(GoDump.File, Sample.Cancel);
        if (isDatabase)
            good = await UnpackAsync();
        var options = _folder.Options() with { MaxDecodedBytes = 64 << 20, MaxWindowBytes = 16 << 20 };
        var failures = 0;
        for (var round = 0; round < rounds; round++)
        {
            var content = Damage(good, new Random(seed + round));
            try
            {
                var probe = new Probe(_folder, options);
                var error = await probe.ReadAsync(isDatabase ? Bytes.Join(Bytes.Magic, Bytes.Frame(content)) : content);
                failures += error is null ? 0 : 1;
            }
            catch (Exception e)
            {
                Assert.Fail($"BATON_FUZZ_SEED={seed + round} BATON_FUZZ_ROUNDS=1 (database: {isDatabase}): {e}");
            }
        }
        Assert.True(failures > rounds / 10, $"only {failures} of {rounds} rounds were noticed");
    }

    static byte[] Damage(byte[] good, Random random)
    {
        var bytes = new List<byte>(good);
        for (var edits = random.Next(1, 12); edits > 0; edits--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 40), bytes.Count - at);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes[at] = new byte[] { 0x00, 0x7F, 0x80, 0xFF }[random.Next(4)];
                    break;
                case 3 when bytes.Count > 64:
                    bytes.RemoveRange(at, length);
                    break;
                case 4:
                    bytes.InsertRange(at, bytes.GetRange(random.Next(bytes.Count - length), length));
                    break;
                default:
                    for (var i = 0; i < length; i++)
                        bytes[at + i] = (byte)random.Next(256);
                    break;
            }
        }
        return [.. bytes];
    }

    static int Setting(string name, int fallback) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : fallback;

    async Task<byte[]> UnpackAsync()
    {
        await C1ZEnvelope.UnpackAsync(GoDump.File, _folder.File("db"), _folder.Options(), Sample.Cancel);
        var database = await File.ReadAllBytesAsync(_folder.File("db"), Sample.Cancel);
        File.Delete(_folder.File("db"));
        return database;
    }
}
