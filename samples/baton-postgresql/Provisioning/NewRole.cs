using Baton;

namespace BatonPostgresql.Provisioning;

/// <summary>What can be said about a new role besides its name.</summary>
/// <param name="ValidUntil">Until when its password can be used, in a form with a time zone.</param>
/// <param name="ConnectionLimit">How many sessions it may have at once.</param>
sealed record NewRole(
    [FormField(Description = "Until when the password can be used", Placeholder = "2030-12-31T23:59:59Z")] string? ValidUntil = null,
    [FormField(Description = "How many sessions the role may have at once; -1 for any number")] int ConnectionLimit = -1);

/// <summary>What became of the sessions of a role that cannot log in any more.</summary>
/// <param name="EndedSessions">How many were ended.</param>
sealed record LoginDisabled(int EndedSessions);
