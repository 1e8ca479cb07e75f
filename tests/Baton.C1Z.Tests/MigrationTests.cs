using Baton.Protocol.Connector.V2;
using Google.Protobuf;

namespace Baton.C1Z.Tests;

/// <summary>Files of older versions read like new ones, and are brought up to date when they are written.</summary>
public sealed class MigrationTests : IDisposable
{
    // The first version: no later columns, no later tables, another column order, one index.
    const string OldSyncRuns =
        "CREATE TABLE v1_sync_runs (id integer primary key, sync_id text not null, started_at datetime not null, ended_at datetime, sync_token text not null)";

    const string OldGrants =
        "CREATE TABLE v1_grants (id integer primary key, resource_type_id text not null, resource_id text not null, entitlement_id text not null, "
        + "principal_resource_type_id text not null, principal_resource_id text not null, external_id text not null, data blob not null, "
        + "sync_id text not null, discovered_at datetime not null)";

    const string OldRun = "INSERT INTO v1_sync_runs VALUES (1, 's', '2026-01-01 00:00:00', '2026-01-01 01:00:00', '')";

    readonly TestFolder _folder = new();

    string Target => _folder.File("sync.c1z");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task OpenAsync_FirstVersion_ReadsWithExpansionAndLeavesTheFileAlone()
    {
        await WriteOldAsync();
        var before = await File.ReadAllBytesAsync(Target, Sample.Cancel);
        await using (var reader = await C1ZReader.OpenAsync(Target, _folder.Options(), Sample.Cancel))
        {
            Assert.Equal((SyncType.Full, "", false), (reader.Sync!.Type, reader.Sync.ParentSyncId, reader.Sync.SupportsDiff));
            var plain = await reader.GrantsAsync(null, Sample.Cancel).ToListAsync(Sample.Cancel);
            Assert.All(plain.Take(2), grant => Assert.DoesNotContain(grant.Annotations, a => a.Is(GrantExpandable.Descriptor)));
            var full = await reader.GrantsAsync(new() { WithExpansion = true }, Sample.Cancel).ToListAsync(Sample.Cancel);
            Assert.Equal(OldGrantMessages(), full);
            Assert.Empty(await reader.ResourcesAsync(null, Sample.Cancel).ToListAsync(Sample.Cancel));
        }
        Assert.Equal(before, await File.ReadAllBytesAsync(Target, Sample.Cancel));
        _folder.AssertNoLeftovers();
    }

    [Fact]
    public async Task SaveAsync_FirstVersion_WritesTheBackfilledSchema()
    {
        await WriteOldAsync();
        await using (var file = await C1ZFile.OpenAsync(Target, _folder.Options(), Sample.Cancel))
            await file.SaveAsync(Sample.Cancel);
        using var database = await RawDatabase.OfAsync(_folder, Target);
        Assert.Equal(16L, database.Scalar("SELECT count(*) FROM sqlite_master WHERE type = 'index'"));
        Assert.Equal(7L, database.Scalar("SELECT count(*) FROM sqlite_master WHERE type = 'table'"));
        Assert.Equal(
            [1L, "full", "", 0L, null], Assert.Single(database.Rows("SELECT grants_backfilled, sync_type, linked_sync_id, supports_diff, stats FROM v1_sync_runs")));
        Assert.Equal(
            ["[0A1067726F75703A656E673A6D656D6265721001] 1", " 0", " 0"],
            database.Rows("SELECT expansion, needs_expansion FROM v1_grants ORDER BY id").ConvertAll(row => $"{row[0]} {row[1]}"));
        Assert.Equal("ok", database.Scalar("PRAGMA integrity_check"));
    }

    [Fact]
    public async Task OpenAsync_BackfilledSync_LooksOnlyAtTheColumn()
    {
        await Edit.CreateAsync(_folder, Target, OldSyncRuns, OldGrants, OldRun, "ALTER TABLE v1_sync_runs ADD COLUMN grants_backfilled integer not null default 1");
        await InsertAsync(OldGrantMessages()[0]);
        await using var reader = await C1ZReader.OpenAsync(Target, _folder.Options(), Sample.Cancel);
        var grant = Assert.Single(await reader.GrantsAsync(new() { WithExpansion = true }, Sample.Cancel).ToListAsync(Sample.Cancel));
        Assert.Equal(OldGrantMessages()[0], grant); // still in the data, and not there twice
    }

    [Theory]
    [InlineData("DROP INDEX idx_grants_entitlement_sync_grant_v1")]
    [InlineData("DROP INDEX idx_grants_external_sync_v1", "DROP INDEX idx_resources_parent_resource_id_v1", "DROP INDEX idx_sync_runs_sync_id_v1")]
    [InlineData("DROP TABLE v1_connector_sessions", "DROP TABLE v1_assets")]
    [InlineData("CREATE TABLE extra (x)", "CREATE VIEW v AS SELECT 1")]
    [InlineData("ALTER TABLE v1_resources ADD COLUMN extra text")]
    [InlineData("PRAGMA journal_mode = WAL")]
    [InlineData("PRAGMA journal_mode = DELETE", "PRAGMA page_size = 1024", "VACUUM")]
    public async Task OpenAsync_MissingOrExtraPieces_StillReads(params string[] statements)
    {
        await Sample.WriteAsync(_folder, Target);
        await Edit.SqlAsync(_folder, Target, statements);
        await using var reader = await C1ZReader.OpenAsync(Target, _folder.Options(), Sample.Cancel);
        Assert.Equal(3, await reader.ResourcesAsync(null, Sample.Cancel).CountAsync(Sample.Cancel));
        Assert.Equal(2, await reader.GrantsAsync(null, Sample.Cancel).CountAsync(Sample.Cancel));
        await using (var file = await C1ZFile.OpenAsync(Target, _folder.Options(), Sample.Cancel))
            await file.SaveAsync(Sample.Cancel);
        using var database = await RawDatabase.OfAsync(_folder, Target);
        Assert.Equal(16L, database.Scalar("SELECT count(*) FROM sqlite_master WHERE type = 'index'"));
        Assert.Equal("delete", database.Scalar("PRAGMA journal_mode"));
    }

    [Theory]
    [InlineData("CREATE TABLE v1_resources (id integer primary key, external_id text)")]
    [InlineData("CREATE VIEW v1_grants AS SELECT 1 AS id")]
    [InlineData("CREATE VIRTUAL TABLE v1_assets USING fts4(data)")]
    [InlineData("CREATE TABLE t (x)", "CREATE TRIGGER evil AFTER INSERT ON t BEGIN DELETE FROM t; END")]
    [InlineData(OldGrants, "INSERT INTO v1_grants VALUES (1,'','','','','','x',X'','s',''), (2,'','','','','','x',X'','s','')")]
    [InlineData("CREATE TABLE idx_grants_principal_id_v1 (x)")]
    public async Task OpenAsync_OtherSchema_IsATypedError(params string[] statements)
    {
        await Edit.CreateAsync(_folder, Target, statements);
        Assert.Equal(
            C1ZError.Schema, (await Assert.ThrowsAsync<C1ZException>(async () => await C1ZReader.OpenAsync(Target, _folder.Options(), Sample.Cancel))).Error);
        Assert.Equal(
            C1ZError.Schema, (await Assert.ThrowsAsync<C1ZException>(async () => await C1ZFile.OpenAsync(Target, _folder.Options(), Sample.Cancel))).Error);
        _folder.AssertNoLeftovers();
    }

    // Expandable; plain; expandable with unusable ids, which stays as it is.
    static List<Grant> OldGrantMessages()
    {
        var member = Sample.Entitlement("role", "admin", "assigned");
        return [Sample.Grant(member, "group", "eng", "group:eng:member"), Sample.Grant(member, "user", "ann"), Sample.Grant(member, "group", "ops", " ")];
    }

    async Task WriteOldAsync()
    {
        await Edit.CreateAsync(_folder, Target, OldSyncRuns, OldGrants, OldRun);
        await InsertAsync([.. OldGrantMessages()]);
    }

    Task InsertAsync(params Grant[] grants) => Edit.SqlAsync(
        _folder,
        Target,
        [.. grants.Select(grant => "INSERT INTO v1_grants (resource_type_id, resource_id, entitlement_id, principal_resource_type_id, principal_resource_id, "
            + $"external_id, data, sync_id, discovered_at) VALUES ('role', 'admin', 'role:admin:assigned', 'x', 'y', '{grant.Id}', "
            + $"X'{Convert.ToHexString(grant.ToByteArray())}', 's', '2026-01-01 00:00:00')")]);
}
