namespace Baton.C1Z.Tests;

/// <summary>The schema of a new file, against a table of the format that is written down here once more.</summary>
public sealed class SchemaTests : IDisposable
{
    readonly TestFolder _folder = new();

    /// <summary>Table, then per column: name, type, not null, default, primary key.</summary>
    public static TheoryData<string, string> Columns => new()
    {
        { "v1_resource_types", "id integer 0 - 1; external_id text 1 - 0; data blob 1 - 0; sync_id text 1 - 0; discovered_at datetime 1 - 0" },
        {
            "v1_resources",
            "id integer 0 - 1; resource_type_id text 1 - 0; external_id text 1 - 0; parent_resource_type_id text 0 - 0; "
                + "parent_resource_id text 0 - 0; data blob 1 - 0; sync_id text 1 - 0; discovered_at datetime 1 - 0"
        },
        {
            "v1_entitlements",
            "id integer 0 - 1; resource_type_id text 1 - 0; resource_id text 1 - 0; external_id text 1 - 0; data blob 1 - 0; "
                + "sync_id text 1 - 0; discovered_at datetime 1 - 0"
        },
        {
            "v1_sync_runs",
            "id integer 0 - 1; sync_id text 1 - 0; started_at datetime 1 - 0; ended_at datetime 0 - 0; sync_token text 1 - 0; "
                + "sync_type text 1 'full' 0; parent_sync_id text 1 '' 0; linked_sync_id text 1 '' 0; supports_diff integer 1 0 0; "
                + "grants_backfilled integer 1 0 0; stats text 0 - 0; ingest_invariant_generation text 1 '' 0; "
                + "ingest_invariant_coverage text 1 '' 0; ingest_invariant_mode text 1 '' 0"
        },
        {
            "v1_grants",
            "id integer 0 - 1; resource_type_id text 1 - 0; resource_id text 1 - 0; entitlement_id text 1 - 0; "
                + "principal_resource_type_id text 1 - 0; principal_resource_id text 1 - 0; external_id text 1 - 0; expansion blob 0 - 0; "
                + "needs_expansion integer 1 0 0; data blob 1 - 0; sync_id text 1 - 0; discovered_at datetime 1 - 0"
        },
        {
            "v1_assets",
            "id integer 0 - 1; external_id text 1 - 0; content_type text 1 - 0; data blob 1 - 0; sync_id text 1 - 0; discovered_at datetime 1 - 0"
        },
        { "v1_connector_sessions", "id integer 0 - 1; sync_id text 1 - 0; key text 1 - 0; value blob 1 - 0" },
    };

    /// <summary>Table, then per index: name, unique, partial, columns.</summary>
    public static TheoryData<string, string[]> Indices => new()
    {
        { "v1_resource_types", ["idx_resource_types_external_sync_v1 1 0 external_id,sync_id"] },
        {
            "v1_resources",
            [
                "idx_resources_external_sync_v1 0 0 parent_resource_type_id,parent_resource_id",
                "idx_resources_parent_resource_id_v1 1 0 external_id,sync_id",
                "idx_resources_resource_type_id_v1 0 0 resource_type_id",
            ]
        },
        {
            "v1_entitlements",
            ["idx_entitlements_external_sync_v1 1 0 external_id,sync_id", "idx_entitlements_resource_id_v1 0 0 resource_type_id,resource_id"]
        },
        { "v1_sync_runs", ["idx_sync_runs_sync_id_v1 1 0 sync_id"] },
        {
            "v1_grants",
            [
                "idx_grants_entitlement_id_principal_id_v1 0 0 entitlement_id,principal_resource_type_id,principal_resource_id",
                "idx_grants_entitlement_sync_grant_v1 0 0 entitlement_id,sync_id,id",
                "idx_grants_external_sync_v1 1 0 external_id,sync_id",
                "idx_grants_principal_id_v1 0 0 principal_resource_type_id,principal_resource_id",
                "idx_grants_resource_type_id_resource_id_v1 0 0 resource_type_id,resource_id",
                "idx_grants_sync_expansion_v1 0 1 sync_id",
                "idx_grants_sync_needs_expansion_v1 0 1 sync_id",
            ]
        },
        { "v1_assets", ["idx_assets_external_sync_v1 1 0 external_id,sync_id"] },
        { "v1_connector_sessions", ["idx_session_store_sync_key_v1 1 0 sync_id,key"] },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Columns))]
    public async Task NewFile_HasTheColumnsOfTheFormat(string table, string expected)
    {
        using var database = await NewFileAsync();
        Assert.Equal(expected.Split("; "), ColumnsOf(database, table));
    }

    [Theory]
    [MemberData(nameof(Columns))]
    public async Task GoFile_HasTheSameColumns(string table, string expected)
    {
        // The Go file keeps the table above honest.
        using var database = await GoDatabaseAsync();
        Assert.Equal(expected.Split("; "), ColumnsOf(database, table));
    }

    [Theory]
    [MemberData(nameof(Indices))]
    public async Task NewFile_HasTheIndicesOfTheFormat(string table, string[] expected)
    {
        using var database = await NewFileAsync();
        Assert.Equal(expected, IndicesOf(database, table));
        using var go = await GoDatabaseAsync();
        Assert.Equal(expected, IndicesOf(go, table));
    }

    [Fact]
    public async Task NewFile_HoldsNothingElse()
    {
        using var database = await NewFileAsync();
        Assert.Equal(
            ["index 16", "table 7"],
            database.Rows("SELECT type, count(*) FROM sqlite_master GROUP BY type ORDER BY type").ConvertAll(row => $"{row[0]} {row[1]}"));
        Assert.EndsWith("WHERE expansion IS NOT NULL", Definition(database, "idx_grants_sync_expansion_v1"), StringComparison.OrdinalIgnoreCase);
        Assert.EndsWith("WHERE needs_expansion = 1", Definition(database, "idx_grants_sync_needs_expansion_v1"), StringComparison.OrdinalIgnoreCase);
        foreach (var (pragma, value) in new (string, object)[]
            { ("page_size", 16384L), ("encoding", "UTF-8"), ("journal_mode", "delete"), ("user_version", 0L), ("application_id", 0L), ("auto_vacuum", 0L) })
            Assert.Equal(value, database.Scalar("PRAGMA " + pragma));
        Assert.Equal("ok", database.Scalar("PRAGMA integrity_check"));
    }

    static IEnumerable<string> ColumnsOf(RawDatabase database, string table) =>
        database.Rows($"PRAGMA table_info({table})")
            .Select(c => $"{c[1]} {c[2]!.ToString()!.ToLowerInvariant()} {c[3]} {c[4] ?? "-"} {c[5]}");

    static IEnumerable<string> IndicesOf(RawDatabase database, string table) => database.Rows($"PRAGMA index_list({table})")
        .Select(i => $"{i[1]} {i[2]} {i[4]} {string.Join(',', database.Column($"SELECT name FROM pragma_index_info('{i[1]}') ORDER BY seqno"))}")
        .Order(StringComparer.Ordinal);

    static string Definition(RawDatabase database, string index) =>
        (string)database.Scalar($"SELECT sql FROM sqlite_master WHERE name = '{index}'")!;

    async Task<RawDatabase> NewFileAsync()
    {
        await using (var file = await C1ZFile.OpenAsync(_folder.File("new.c1z"), _folder.Options(), Sample.Cancel))
            await file.SaveAsync(Sample.Cancel);
        return await RawDatabase.OfAsync(_folder, _folder.File("new.c1z"));
    }

    Task<RawDatabase> GoDatabaseAsync() => RawDatabase.OfAsync(_folder, GoDump.File);
}
