namespace Baton.C1Z.Tests;

/// <summary>Each rule, broken in a file that is sound otherwise.</summary>
public sealed class ValidatorTests : IDisposable
{
    readonly TestFolder _folder = new();

    string Target => _folder.File("sync.c1z");

    public void Dispose()
    {
        _folder.AssertNoLeftovers();
        _folder.Dispose();
    }

    [Fact]
    public async Task SoundFile_BreaksNoRule()
    {
        await Sample.WriteAsync(_folder, Target);
        Assert.Empty(await FindingsAsync());
    }

    [Fact]
    public async Task GoFile_HasNoErrors() =>
        Assert.DoesNotContain(await C1ZValidator.RunAsync(GoDump.File, _folder.Options(), Sample.Cancel), static f => f.Severity == FindingSeverity.Error);

    [Theory]
    [InlineData("schema-columns", "ALTER TABLE v1_grants ADD COLUMN mine TEXT")]
    [InlineData("schema-kinds", "CREATE TRIGGER t AFTER INSERT ON v1_grants BEGIN SELECT 1; END")]
    [InlineData("schema-indices", "DROP INDEX idx_grants_principal_id_v1", "CREATE INDEX idx_grants_principal_id_v1 ON v1_grants (principal_resource_id)")]
    [InlineData("schema-columns", "CREATE TABLE x (id integer primary key)", "DROP TABLE v1_assets", "ALTER TABLE x RENAME TO v1_assets")]
    [InlineData("date-columns", "DROP TABLE v1_assets", "CREATE TABLE v1_assets (id integer primary key, external_id text not null, content_type text not null, data blob not null, sync_id text not null, discovered_at text not null)")]
    [InlineData("times", "UPDATE v1_sync_runs SET ended_at = ''")]
    [InlineData("times", "UPDATE v1_resources SET discovered_at = 'now' WHERE id = 1")]
    [InlineData("sync-flags", "UPDATE v1_sync_runs SET supports_diff = 2")]
    [InlineData("sync-parent", "UPDATE v1_sync_runs SET parent_sync_id = 'x'")]
    [InlineData("blob", "UPDATE v1_grants SET data = X'0A' WHERE id = 1")]
    [InlineData("blob-ids", "UPDATE v1_resources SET resource_type_id = 'other' WHERE id = 1")]
    [InlineData("blob-ids", "UPDATE v1_resources SET data = X'' WHERE id = 1")]
    [InlineData("blob-ids", "UPDATE v1_entitlements SET external_id = 'other'")]
    [InlineData("blob-ids", "UPDATE v1_grants SET principal_resource_id = 'cy' WHERE id = 1")]
    [InlineData("blob-type", "UPDATE v1_resource_types SET data = CAST(data AS TEXT) WHERE id = 1")]
    [InlineData("stats", "UPDATE v1_sync_runs SET stats = '{\"resource_types\":9}'")]
    [InlineData("schema", "DROP INDEX idx_resources_parent_resource_id_v1", "INSERT INTO v1_resources (resource_type_id, external_id, data, sync_id, discovered_at) SELECT resource_type_id, external_id, data, sync_id, discovered_at FROM v1_resources")]
    public async Task BrokenRule_IsAnError(string rule, params string[] statements) => await AssertFoundAsync(FindingSeverity.Error, rule, statements);

    [Theory]
    [InlineData("schema-tables", "DROP TABLE v1_assets")]
    [InlineData("schema-indices", "DROP INDEX idx_grants_principal_id_v1")]
    [InlineData("schema-columns", "ALTER TABLE v1_sync_runs DROP COLUMN stats")]
    [InlineData("times", "UPDATE v1_sync_runs SET ended_at = '2026-11-21T01:46:40Z'")]
    [InlineData("sync-id", "UPDATE v1_sync_runs SET sync_id = 'one'")]
    [InlineData("row-sync", "UPDATE v1_sync_runs SET sync_id = 'one'")]
    [InlineData("sync-unfinished", "UPDATE v1_sync_runs SET ended_at = NULL")]
    [InlineData("sync-backfill", "UPDATE v1_sync_runs SET grants_backfilled = 0")]
    [InlineData("sync-type", "UPDATE v1_sync_runs SET sync_type = 'odd'")]
    [InlineData("sync-linked", "UPDATE v1_sync_runs SET linked_sync_id = 'x'")]
    [InlineData("sync-token", "UPDATE v1_sync_runs SET sync_token = '{'")]
    [InlineData("sync-none", "DELETE FROM v1_sync_runs")]
    [InlineData("parent-columns", "UPDATE v1_resources SET parent_resource_id = NULL")]
    [InlineData("expansion", "UPDATE v1_grants SET expansion = X'' WHERE id = 1")]
    [InlineData("expansion", "UPDATE v1_grants SET needs_expansion = 1 WHERE id = 1")]
    [InlineData("resource-types", "DELETE FROM v1_resource_types WHERE external_id = 'user'")]
    [InlineData("I7", "DELETE FROM v1_resources WHERE external_id = 'group:eng'")]
    [InlineData("I8", "DELETE FROM v1_entitlements")]
    [InlineData("I9", "DELETE FROM v1_resources WHERE external_id = 'user:ann'")]
    public async Task OddThing_IsAWarning(string rule, params string[] statements) => await AssertFoundAsync(FindingSeverity.Warning, rule, statements);

    [Fact]
    public async Task DamagedFile_IsAFinding_AndAMissingOneAFailure()
    {
        await File.WriteAllBytesAsync(Target, [.. Bytes.Magic, 1, 2, 3], Sample.Cancel);
        Assert.Equal("envelope", Assert.Single(await FindingsAsync()).Rule);
        await File.WriteAllBytesAsync(Target, Bytes.Join(Bytes.Magic, Bytes.Frame(new byte[8192])), Sample.Cancel);
        Assert.Equal("integrity", Assert.Single(await FindingsAsync()).Rule);
        File.Delete(Target);
        Assert.Equal(C1ZError.NotFound, (await Assert.ThrowsAsync<C1ZException>(FindingsAsync)).Error);
    }

    [Fact]
    public async Task ManyPlaces_AreCountedAndSomeKept()
    {
        await using (var file = await C1ZFile.OpenAsync(Target, _folder.Options(), Sample.Cancel))
        {
            file.StartSync(SyncType.Full);
            file.Put(Sample.Type("group"));
            file.Put([.. Enumerable.Range(0, 40).Select(static i => Sample.Entitlement("group", $"g{i}", "member"))]);
            file.EndSync();
            await file.SaveAsync(Sample.Cancel);
        }
        var finding = Assert.Single(await FindingsAsync(), static f => f.Rule == "I7");
        Assert.Equal((40, Finding.MaxPlaces), (finding.Count, finding.Places.Count));
        Assert.Contains("group:g0:member", finding.Places[0], StringComparison.Ordinal);
    }

    async Task AssertFoundAsync(FindingSeverity severity, string rule, string[] statements)
    {
        await Sample.WriteAsync(_folder, Target);
        await Edit.SqlAsync(_folder, Target, statements);
        var findings = await FindingsAsync();
        Assert.True(findings.Any(f => f.Rule == rule && f.Severity == severity && f.Count > 0), $"found {string.Join(", ", findings.Select(static f => $"{f.Severity} {f.Rule}: {f.Text}"))}");
    }

    Task<IReadOnlyList<Finding>> FindingsAsync() => C1ZValidator.RunAsync(Target, _folder.Options(), Sample.Cancel);
}
