using Baton.Generators.Models;

namespace Baton.Generators.Parsing;

/// <summary>The names that every connector's command line and environment use already.</summary>
static class SdkFlags
{
    static readonly string[] Flags =
    [
        "applied-sync-id", "auth-method", "base-sync-id", "bulk-create-ticket", "bulk-ticket-template-path", "c1z-temp-dir", "client-id",
        "client-secret", "compact-file-paths", "compact-output-path", "compact-sync-ids", "compact-syncs", "create-account-email",
        "create-account-login", "create-account-profile", "create-account-resource-type", "create-ticket", "delete-resource",
        "delete-resource-type", "diff-syncs", "event-feed", "event-feed-cursor", "event-feed-id", "event-feed-start-at", "external-resource-c1z",
        "external-resource-entitlement-id-filter", "external-resource-traits", "file", "get-ticket", "grant-entitlement", "grant-principal",
        "grant-principal-type", "health-check", "health-check-bind-address", "health-check-port", "help", "http-timeout-seconds", "invoke-action",
        "invoke-action-args", "invoke-action-resource-type", "invoke-resource-action", "invoke-resource-action-args",
        "invoke-resource-action-resource-type", "keep-previous-sync-c1z", "lambda-auth-jwt-expected-audience", "lambda-auth-jwt-expected-issuer",
        "lambda-auth-jwt-expected-subject", "lambda-auth-jwt-jwks-url", "lambda-auth-jwt-signer", "lambda-client-id", "lambda-client-secret",
        "list-action-schemas", "list-action-schemas-resource-type", "list-resource-actions", "list-ticket-schemas", "log-event-log", "log-format",
        "log-level", "log-level-debug-expires-at", "log-path", "otel-collector-endpoint", "otel-collector-endpoint-tls-cert",
        "otel-collector-endpoint-tls-cert-path", "otel-collector-endpoint-tls-insecure", "otel-logging-disabled", "otel-tracing-disabled",
        "parallel-sync", "provisioning", "revoke-grant", "rotate-credentials", "rotate-credentials-type", "session-store-maximum-size",
        "shutdown-grace", "skip-entitlements-and-grants", "skip-full-sync", "skip-grants", "storage-engine", "sync-resource-types", "sync-resources",
        "task-concurrency", "ticket-id", "ticket-template-path", "ticketing", "version", "workers",
    ];

    /// <summary>Variables that are no flags, without <c>BATON_</c>.</summary>
    static readonly string[] Variables =
    [
        "C1Z_BULKLOAD_INDEX_TIMEOUT", "C1Z_FINALIZE_TIMEOUT", "C1_API_HOST", "CONFIG_PATH", "CONNECTOR_SERVICE_LISTENER_FD",
        "DEBUG_PRINT_RESPONSE_BODY", "DECODER_MAX_DECODED_SIZE_MB", "DECODER_MAX_MEMORY_MB", "DISABLE_FCS_FAIL_FAST", "DISABLE_HTTP_CACHE",
        "DONT_FIX_CYCLES", "EXPERIMENTAL_FOLD_COMPACT", "EXPERIMENTAL_PEBBLE_COMPACTOR", "GET_TASKS", "GRAPH_EXPAND_DEST_BATCH_SIZE",
        "GRAPH_EXPAND_MAX_DEPTH", "HOST_ID", "HTTP_CACHE_BACKEND", "HTTP_CACHE_MAX_SIZE", "HTTP_CACHE_TTL", "KEEP_SYNC_COUNT",
        "LAMBDA_CA_CERT_PATH", "LAMBDA_CONFIGURATION_HOST", "LAMBDA_TOKEN_HOST", "PEBBLE_FOLD_MAX_PARTIAL_PCT", "PEBBLE_FOLD_MIN_BASE_BYTES",
        "PEBBLE_SYNTH_LAYER_SEGMENT_ROWS", "SESSION_SERVICE_ADDR", "SKIP_CLEANUP", "TMPDIR", "ZSTD_POOL_DISABLE",
    ];

    /// <summary>Flags of every connector that a form can show, and what they hold.</summary>
    static readonly Dictionary<string, FieldKind> Shared = new(StringComparer.Ordinal)
    {
        ["external-resource-c1z"] = FieldKind.String,
        ["external-resource-entitlement-id-filter"] = FieldKind.String,
        ["skip-entitlements-and-grants"] = FieldKind.Bool,
        ["skip-full-sync"] = FieldKind.Bool,
        ["sync-resource-types"] = FieldKind.StringArray,
        ["ticketing"] = FieldKind.Bool,
        ["workers"] = FieldKind.Int,
    };

    public static string SharedNames => string.Join(", ", Shared.Keys.OrderBy(static name => name, StringComparer.Ordinal));

    /// <summary>What a flag that a form can show holds; null for others.</summary>
    public static FieldKind? SharedKind(string name) => Shared.TryGetValue(name, out var kind) ? kind : null;

    public static string TypeName(FieldKind kind) => kind switch
    {
        FieldKind.Bool => "bool",
        FieldKind.Int => "int",
        FieldKind.StringArray => "string[]",
        _ => "string",
    };

    /// <summary>What uses the name of a setting already; null when nothing does.</summary>
    public static string? Owner(string name)
    {
        var variable = SettingNames.Variable(name);
        var flag = Flags.FirstOrDefault(flag => SettingNames.Variable(flag) == variable);
        return flag is not null ? $"the flag '--{flag}'"
            : Variables.Any(other => "BATON_" + other == variable) ? $"the environment variable {variable}"
            : null;
    }

    /// <summary>Why a one-letter flag is taken; null when it is free.</summary>
    public static string? ShortHandOwner(char letter) => letter switch
    {
        'f' => "'-f' is '--file' of every connector",
        'p' => "'-p' is '--provisioning' of every connector",
        'h' => "'-h' is '--help' of every connector",
        'v' => "'-v' is '--version' of every connector",
        _ => null,
    };
}
