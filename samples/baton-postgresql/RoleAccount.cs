using System.Globalization;
using Baton;
using BatonPostgresql.Catalog;

namespace BatonPostgresql;

/// <summary>A role as an account, at a time.</summary>
sealed record RoleAccount(Role Role, DateTimeOffset Now)
{
    /// <summary>Roles that PostgreSQL made are its own; which of the others belong to people nobody can tell.</summary>
    public AccountType Type => Role.IsPredefined ? AccountType.System : Role.Login ? AccountType.Human : AccountType.Service;

    /// <summary>Why it cannot be used to log in; null when it can.</summary>
    public string? Blocked => !Role.Login ? "cannot log in"
        : Role.ConnectionLimit == 0 ? "connection limit is 0"
        : Role.PasswordExpires is { } expiry && expiry <= Now
            ? $"password expired at {expiry.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture)}"
        : null;
}
