using Baton.CompilerServices;

namespace Baton.Cli;

/// <summary>The flags that every Baton connector accepts, whatever it reads.</summary>
static class DefaultFlags
{
    const string Lambda = "running as a Lambda function";

    /// <summary>All of them, ordered by name.</summary>
    public static IReadOnlyList<Flag> All { get; } =
    [
        Text("applied-sync-id", "Id of the newer sync to compare", hidden: true),
        Text("auth-method", "Name of the group of settings to use"),
        Text("base-sync-id", "Id of the older sync to compare", hidden: true),
        Switch("bulk-create-ticket", "Create many tickets from a file", hidden: true),
        Text("bulk-ticket-template-path", "File that describes the tickets to create", hidden: true),
        Text("c1z-temp-dir", "Existing directory for temporary files; the system's when empty", hidden: true),
        Text("client-id", "Client id of C1; turns on service mode"),
        Text("client-secret", "Client secret of C1", secret: true),
        List("compact-file-paths", "Files to compact, in the order of their syncs", hidden: true),
        Text("compact-output-path", "Existing directory for the compacted file", hidden: true),
        List("compact-sync-ids", "Ids of the syncs to compact, in the order of their files", hidden: true),
        Switch("compact-syncs", "Merge several syncs into one", hidden: true),
        Text("create-account-email", "E-mail address of the account to create", hidden: true),
        Text("create-account-login", "Login of the account to create", hidden: true),
        Text("create-account-profile", "Profile of the account to create, as JSON", hidden: true),
        Text("create-account-resource-type", "Resource type of the account to create", hidden: true),
        Switch("create-ticket", "Create a ticket from a file", hidden: true),
        Text("delete-resource", "Id of the resource to delete", hidden: true),
        Text("delete-resource-type", "Resource type of the resource to delete", hidden: true),
        Switch("diff-syncs", "Write the difference of two syncs", hidden: true),
        Text("event-feed", "Print events instead of syncing (true or false)", hidden: true),
        Text("event-feed-cursor", "Where to continue reading events", hidden: true),
        Text("event-feed-id", "Feed to read events from", hidden: true),
        Text("event-feed-start-at", "Time of the first event (RFC 3339); a day ago when empty", hidden: true),
        Text("external-resource-c1z", "File to take users and groups of another system from"),
        Text("external-resource-entitlement-id-filter", "Take only those who hold this entitlement"),
        List("external-resource-traits", "Traits of the resources to take"),
        Text("file", "Path of the file to write", value: "sync.c1z", shortHand: 'f'),
        Switch("get-ticket", "Print a ticket", hidden: true),
        Text("grant-entitlement", "Id of the entitlement to grant", hidden: true),
        Text("grant-principal", "Id of the resource that receives the entitlement", hidden: true),
        Text("grant-principal-type", "Resource type of the resource that receives the entitlement", hidden: true),
        Switch("health-check", "Answer health checks over HTTP"),
        Text("health-check-bind-address", "Address that health checks are answered on", value: "127.0.0.1", hidden: true),
        Number("health-check-port", "Port that health checks are answered on", "8081"),
        Number("http-timeout-seconds", "Time limit of an HTTP request in seconds, 1 to 1800", "300"),
        Text("invoke-action", "Name of the action to run", hidden: true),
        Text("invoke-action-args", "Arguments of the action, as JSON", value: "{}", hidden: true),
        Text("invoke-action-resource-type", "Resource type of the action", hidden: true),
        Text("invoke-resource-action", "Name of the resource action to run", hidden: true),
        Text("invoke-resource-action-args", "Arguments of the resource action, as JSON", value: "{}", hidden: true),
        Text("invoke-resource-action-resource-type", "Resource type of the resource action", hidden: true),
        Switch("keep-previous-sync-c1z", "Keep the last uploaded file to save work in the next sync"),
        Switch("list-action-schemas", "Print the actions", hidden: true),
        Text("list-action-schemas-resource-type", "Print the actions of this resource type", hidden: true),
        Text("list-resource-actions", "Print the actions of a resource type", hidden: true),
        Switch("list-ticket-schemas", "Print the kinds of ticket", hidden: true),
        Text("log-format", "Format of the log: json or console; console on a terminal, json otherwise"),
        Text("log-level", "Lowest level to log: debug, info, warn, error", value: "info"),
        Text("log-level-debug-expires-at", "Time at which debug logging ends (RFC 3339)", Lambda),
        List("log-path", "Files to log to, or stdout, or stderr; stderr when empty"),
        Text("otel-collector-endpoint", "Address of the OpenTelemetry collector for traces, logs and metrics"),
        Text("otel-collector-endpoint-tls-cert", "Certificate authority of the collector: PEM, base64url without padding", hidden: true),
        Text("otel-collector-endpoint-tls-cert-path", "PEM file with the certificate authority of the collector", hidden: true),
        Switch("otel-collector-endpoint-tls-insecure", "Talk to the collector without TLS", hidden: true),
        Switch("otel-logging-disabled", "Export no logs", hidden: true),
        Switch("otel-tracing-disabled", "Export no traces", hidden: true),
        Switch("parallel-sync", "Deprecated: the same as --workers=-1"),
        Switch("provisioning", "Allow to grant and revoke", shortHand: 'p'),
        Text("revoke-grant", "Id of the grant to revoke", hidden: true),
        Text("rotate-credentials", "Id of the resource whose credentials to rotate", hidden: true),
        Text("rotate-credentials-type", "Resource type of the resource whose credentials to rotate", hidden: true),
        Number("session-store-maximum-size", "Bytes of memory that the session store may use", "15728640", hidden: true),
        Text("shutdown-grace", "How long running tasks may go on after SIGTERM in service mode", value: "25s"),
        Switch("skip-entitlements-and-grants", "Sync resources only"),
        Switch("skip-full-sync", "Ask the source for nothing: validate, and write an empty sync"),
        Switch("skip-grants", "Sync no grants; only together with --sync-resources", hidden: true),
        Text("storage-engine", "Format of a new file: sqlite; pebble is accepted, and sqlite written"),
        List("sync-resource-types", "Ids of the resource types to sync; all when empty"),
        List("sync-resources", "Baton ids of the resources to sync; all when empty"),
        Number("task-concurrency", "Tasks that may run at the same time in service mode, at most 100", "3"),
        Text("ticket-id", "Id of the ticket to print", hidden: true),
        Text("ticket-template-path", "File that describes the ticket to create", hidden: true),
        Switch("ticketing", "Allow to create tickets"),
        Number("workers", "Listings that may run at the same time: 0 one, -1 as many as the machine allows, up to four", "0"),
    ];

    static Flag Text(
        string name, string description, string? missing = null, string value = "", bool hidden = false, bool secret = false, char shortHand = '\0') =>
        Make(ConfigFieldKind.String, name, description, value, missing, hidden, secret, shortHand);

    static Flag Switch(string name, string description, string? missing = null, bool hidden = false, char shortHand = '\0') =>
        Make(ConfigFieldKind.Bool, name, description, "false", missing, hidden, secret: false, shortHand);

    static Flag Number(string name, string description, string value, string? missing = null, bool hidden = false) =>
        Make(ConfigFieldKind.Int, name, description, value, missing, hidden, secret: false, shortHand: '\0');

    static Flag List(string name, string description, string? missing = null, bool hidden = false) =>
        Make(ConfigFieldKind.StringList, name, description, "", missing, hidden, secret: false, shortHand: '\0');

    static Flag Make(
        ConfigFieldKind kind, string name, string description, string value, string? missing, bool hidden, bool secret, char shortHand) =>
        new(new ConfigFieldDefinition
        {
            Name = name,
            Kind = kind,
            Description = description,
            Default = value,
            Hidden = hidden,
            Secret = secret,
            ShortHand = shortHand,
        })
        {
            Global = true,
            Missing = missing,
        };
}
