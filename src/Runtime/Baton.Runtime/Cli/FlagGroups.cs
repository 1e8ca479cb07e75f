namespace Baton.Cli;

/// <summary>Which of the default flags need each other, and which exclude each other. A flag counts as set whatever its value.</summary>
static class FlagGroups
{
    static readonly string[][] Together =
    [
        ["bulk-create-ticket", "bulk-ticket-template-path"],
        ["client-id", "client-secret"],
        ["compact-syncs", "compact-sync-ids", "compact-file-paths", "compact-output-path"],
        ["create-ticket", "ticket-template-path"],
        ["diff-syncs", "base-sync-id", "applied-sync-id"],
        ["get-ticket", "ticket-id"],
        ["grant-entitlement", "grant-principal"],
    ];

    static readonly string[][] Exclusive =
    [
        [
            "grant-entitlement", "revoke-grant", "create-account-email", "delete-resource-type", "rotate-credentials-type", "event-feed",
            "diff-syncs", "compact-syncs", "list-ticket-schemas",
        ],
        [
            "grant-entitlement", "revoke-grant", "create-account-login", "delete-resource", "rotate-credentials", "event-feed",
            "create-ticket", "get-ticket", "list-ticket-schemas", "bulk-create-ticket",
        ],
    ];

    /// <summary>Checks the flags that are set.</summary>
    /// <exception cref="UsageException">One is missing, or one too many.</exception>
    public static void Check(Func<string, bool> isSet)
    {
        foreach (var group in Together)
        {
            var missing = group.Where(f => !isSet(f)).Order(StringComparer.Ordinal).ToList();
            if (missing.Count > 0 && missing.Count < group.Length)
            {
                throw new UsageException(
                    $"if any flags in the group [{string.Join(' ', group)}] are set they must all be set; missing [{string.Join(' ', missing)}]");
            }
        }
        foreach (var group in Exclusive)
        {
            var set = group.Where(isSet).Order(StringComparer.Ordinal).ToList();
            if (set.Count > 1)
            {
                throw new UsageException(
                    $"if any flags in the group [{string.Join(' ', group)}] are set none of the others can be; [{string.Join(' ', set)}] were all set");
            }
        }
    }
}
