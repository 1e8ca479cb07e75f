using BatonPostgresql.Catalog;

namespace BatonPostgresql.Provisioning;

/// <summary>Something that a role may do on the server as a whole.</summary>
/// <param name="Slug">The entitlement.</param>
/// <param name="Keyword">As <c>ALTER ROLE</c> writes it.</param>
/// <param name="IsSet">Whether a role has it.</param>
/// <param name="AtLogin">Whether it counts for the role that logs in, and not for one that becomes another.</param>
sealed record RoleAttribute(string Slug, string Keyword, Func<Role, bool> IsSet, bool AtLogin = false);
