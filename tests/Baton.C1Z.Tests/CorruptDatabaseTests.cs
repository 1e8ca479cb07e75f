namespace Baton.C1Z.Tests;

/// <summary>Sound envelopes around databases and rows that are not.</summary>
public sealed class CorruptDatabaseTests : IDisposable
{
    const int PageSize = 16384;

    readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>Bytes that are no message of any table: what is wrong, and the bytes in hex.</summary>
    public static TheoryData<string, string> BadBlobs => new()
    {
        { "a string that is cut off", "0A05757365" },
        { "a string that is not UTF-8", "0A02C328" },
        { "a lone surrogate", "0A03EDA080" },
        { "an endless number", "FFFFFFFFFFFFFFFFFFFF" },
        { "field zero", "0001" },
        { "an unknown wire type", "0F" },
        { "an end without a begin", "0C" },
        { "a group that does not end", "0B0801" },
        { "a length beyond the end", "12FFFFFFFF07" },
        { "plain text", "6E6F74206120677261" },
    };

    [Theory]
    [MemberData(nameof(BadBlobs))]
    public async Task Row_WithBadData_NamesTableAndRow(string what, string hex)
    {
        foreach (var table in new[] { "v1_resource_types", "v1_resources", "v1_entitlements", "v1_grants" })
        {
            // In a resource, an entitlement or a grant field 1 is a message: its id is the string.
            var nested = table == "v1_resource_types" || !hex.StartsWith("0A", StringComparison.Ordinal) ? hex : $"0A{hex.Length / 2:X2}{hex}";
            if (table is "v1_entitlements" or "v1_grants" && nested != hex)
                nested = $"0A{nested.Length / 2:X2}{nested}";
            var error = await ReadAsync($"UPDATE {table} SET data = X'{nested}' WHERE id = 1");
            Assert.True(error?.Error == C1ZError.CorruptRow, $"{table} with {what}: {error?.Error.ToString() ?? "no error"}");
            Assert.Contains($"row 1 of {table}", error!.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Row_TooDeeplyNested_IsCorrupt()
    {
        var hex = string.Concat(Enumerable.Repeat("0B", 5000)) + string.Concat(Enumerable.Repeat("0C", 5000));
        Assert.Equal(C1ZError.CorruptRow, (await ReadAsync($"UPDATE v1_grants SET data = X'{hex}'"))?.Error);
    }

    [Theory]
    [InlineData("UPDATE v1_grants SET data = X'', principal_resource_id = CAST(X'FFFE' AS TEXT)")]
    [InlineData("UPDATE v1_grants SET data = X'', entitlement_id = CAST(X'C3' AS TEXT)")]
    [InlineData("UPDATE v1_sync_runs SET sync_token = CAST(X'ED' AS TEXT)")]
    [InlineData("UPDATE v1_sync_runs SET sync_type = X'80'")]
    [InlineData("UPDATE v1_sync_runs SET started_at = 'soon'")]
    public async Task Column_WithBadText_IsACorruptRow(string sql) => Assert.Equal(C1ZError.CorruptRow, (await ReadAsync(sql))?.Error);

    /// <summary>A grant that is no message, and one whose annotation is none (a length beyond its end).</summary>
    [Theory]
    [InlineData("63312E636F6E6E6563746F722E76322E4772616E74457870616E6461626C65")]
    [InlineData(
        "22390A33747970652E676F6F676C65617069732E636F6D2F63312E636F6E6E6563746F722E76322E4772616E74457870616E6461626C6512020A09")]
    public async Task Backfill_OfABadGrant_NamesTheRow(string hex)
    {
        var error = await ReadAsync(
            "UPDATE v1_sync_runs SET grants_backfilled = 0", $"UPDATE v1_grants SET expansion = NULL, data = X'{hex}' WHERE id = 2");
        Assert.Equal(C1ZError.CorruptRow, error?.Error);
        Assert.Contains("row 2 of v1_grants", error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Expansion_NotAMessage_IsCorruptWhenItIsAskedFor() =>
        Assert.Equal(C1ZError.CorruptRow, (await ReadAsync("UPDATE v1_grants SET expansion = X'0A09'"))?.Error);

    [Fact]
    public async Task Content_NotSQLite_IsACorruptDatabase()
    {
        var random = new Random(3);
        for (var size = 1; size < 200_000; size = (size * 3) + 1)
        {
            var noise = new byte[size];
            random.NextBytes(noise);
            await AssertCorruptAsync($"{size} bytes of noise", noise);
            await AssertCorruptAsync($"{size} zeros", new byte[size]);
            await AssertCorruptAsync($"{size} bytes behind the magic", [.. "SQLite format 3\0"u8, .. noise]);
        }
    }

    [Fact]
    public async Task Database_CutOff_IsCorrupt()
    {
        var database = await DatabaseAsync();
        for (var length = 1; length < database.Length - PageSize; length += 4 * 1777)
            await AssertCorruptAsync($"cut at {length}", database[..length]);
    }

    [Fact]
    public async Task Database_AnyPageOverwritten_IsCorruptOrUnread()
    {
        var database = await DatabaseAsync();
        var detected = 0;
        for (var page = 0; page < database.Length / PageSize; page++)
        {
            foreach (var value in new byte[] { 0x00, 0xFF, 0x0D })
            {
                var copy = (byte[])database.Clone();
                copy.AsSpan(page * PageSize, PageSize).Fill(value);
                if (await new Probe(_folder).ReadAsync(Pack(copy)) is { } error)
                {
                    Assert.True(error.Error is C1ZError.CorruptDatabase or C1ZError.Schema, $"page {page} of {value}: {error.Message}");
                    detected++;
                }
            }
        }
        Assert.True(detected > 20, $"{detected} of the damaged pages were noticed");
    }

    async Task AssertCorruptAsync(string name, byte[] database)
    {
        var probe = new Probe(_folder);
        Check(await probe.ReadAsync(Pack(database)));
        Check(await probe.OpenToWriteAsync(Pack(database)));

        void Check(C1ZException? error) => Assert.True(
            error?.Error is C1ZError.CorruptDatabase or C1ZError.Schema, $"{name}: {error?.Error.ToString() ?? "no error"}: {error?.Message}");
    }

    async Task<C1ZException?> ReadAsync(params string[] statements)
    {
        var path = _folder.File("edited.c1z");
        await Sample.WriteAsync(_folder, path);
        await Edit.SqlAsync(_folder, path, statements);
        var content = await File.ReadAllBytesAsync(path, Sample.Cancel);
        File.Delete(path);
        return await new Probe(_folder).ReadAsync(content);
    }

    async Task<byte[]> DatabaseAsync()
    {
        var path = _folder.File("good.c1z");
        await Sample.WriteAsync(_folder, path);
        await C1ZEnvelope.UnpackAsync(path, _folder.File("db"), _folder.Options(), Sample.Cancel);
        var database = await File.ReadAllBytesAsync(_folder.File("db"), Sample.Cancel);
        File.Delete(path);
        File.Delete(_folder.File("db"));
        return database;
    }

    static byte[] Pack(byte[] database) => Bytes.Join(Bytes.Magic, Bytes.Frame(database));
}
