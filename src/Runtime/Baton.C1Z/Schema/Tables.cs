namespace Baton.C1Z.Schema;

/// <summary>The seven tables. Names, types and defaults are the format: change nothing.</summary>
static class Tables
{
    const string Key = "integer primary key";
    const string Text = "text not null";
    const string TextOrEmpty = "text not null default ''";
    const string Blob = "blob not null";
    const string Flag = "integer not null default 0";
    const string Time = "datetime not null";

    static readonly Column Id = new("id", Key);
    static readonly Column SyncId = new("sync_id", Text);
    static readonly Column DiscoveredAt = new("discovered_at", Time);

    public static readonly Table ResourceTypes = new(
        "v1_resource_types",
        [Id, new("external_id", Text), new("data", Blob), SyncId, DiscoveredAt],
        [new("idx_resource_types_external_sync_v1", "external_id, sync_id", IsUnique: true)]);

    // The last two index names are swapped, and stay so: every other program knows them like this.
    public static readonly Table Resources = new(
        "v1_resources",
        [
            Id, new("resource_type_id", Text), new("external_id", Text), new("parent_resource_type_id", "text"), new("parent_resource_id", "text"),
            new("data", Blob), SyncId, DiscoveredAt,
        ],
        [
            new("idx_resources_resource_type_id_v1", "resource_type_id"),
            new("idx_resources_external_sync_v1", "parent_resource_type_id, parent_resource_id"),
            new("idx_resources_parent_resource_id_v1", "external_id, sync_id", IsUnique: true),
        ]);

    public static readonly Table Entitlements = new(
        "v1_entitlements",
        [Id, new("resource_type_id", Text), new("resource_id", Text), new("external_id", Text), new("data", Blob), SyncId, DiscoveredAt],
        [
            new("idx_entitlements_resource_id_v1", "resource_type_id, resource_id"),
            new("idx_entitlements_external_sync_v1", "external_id, sync_id", IsUnique: true),
        ]);

    public static readonly Table SyncRuns = new(
        "v1_sync_runs",
        [
            Id, SyncId, new("started_at", Time), new("ended_at", "datetime"), new("sync_token", Text),
            new("sync_type", "text not null default 'full'", IsLater: true), new("parent_sync_id", TextOrEmpty, IsLater: true),
            new("linked_sync_id", TextOrEmpty, IsLater: true), new("supports_diff", Flag, IsLater: true),
            new("grants_backfilled", Flag, IsLater: true), new("stats", "text", IsLater: true),
            new("ingest_invariant_generation", TextOrEmpty, IsLater: true), new("ingest_invariant_coverage", TextOrEmpty, IsLater: true),
            new("ingest_invariant_mode", TextOrEmpty, IsLater: true),
        ],
        [new("idx_sync_runs_sync_id_v1", "sync_id", IsUnique: true)]);

    /// <summary>The grants of an entitlement in the order of their principals.</summary>
    public static readonly TableIndex GrantsByPrincipal =
        new("idx_grants_entitlement_id_principal_id_v1", "entitlement_id, principal_resource_type_id, principal_resource_id");

    /// <summary>The grants of an entitlement in each sync.</summary>
    public static readonly TableIndex GrantsBySync = new("idx_grants_entitlement_sync_grant_v1", "entitlement_id, sync_id, id");

    public static readonly Table Grants = new(
        "v1_grants",
        [
            Id, new("resource_type_id", Text), new("resource_id", Text), new("entitlement_id", Text), new("principal_resource_type_id", Text),
            new("principal_resource_id", Text), new("external_id", Text), new("expansion", "blob", IsLater: true),
            new("needs_expansion", Flag, IsLater: true), new("data", Blob), SyncId, DiscoveredAt,
        ],
        [
            new("idx_grants_resource_type_id_resource_id_v1", "resource_type_id, resource_id"),
            new("idx_grants_principal_id_v1", "principal_resource_type_id, principal_resource_id"),
            GrantsByPrincipal,
            new("idx_grants_external_sync_v1", "external_id, sync_id", IsUnique: true),
            GrantsBySync,
            new("idx_grants_sync_expansion_v1", "sync_id", Where: "expansion IS NOT NULL"),
            new("idx_grants_sync_needs_expansion_v1", "sync_id", Where: "needs_expansion = 1"),
        ]);

    public static readonly Table Assets = new(
        "v1_assets",
        [Id, new("external_id", Text), new("content_type", Text), new("data", Blob), SyncId, DiscoveredAt],
        [new("idx_assets_external_sync_v1", "external_id, sync_id", IsUnique: true)]);

    public static readonly Table Sessions = new(
        "v1_connector_sessions",
        [Id, SyncId, new("key", Text), new("value", Blob)],
        [new("idx_session_store_sync_key_v1", "sync_id, key", IsUnique: true)]);

    /// <summary>All of them, in the order of creation.</summary>
    public static readonly Table[] All = [ResourceTypes, Resources, Entitlements, SyncRuns, Grants, Assets, Sessions];
}
