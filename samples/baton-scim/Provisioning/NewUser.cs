using Baton;

namespace BatonScim.Provisioning;

/// <summary>What can be said about a new user besides login and address.</summary>
sealed record NewUser(
    [FormField(Description = "Given name")] string? GivenName = null,
    [FormField(Description = "Family name")] string? FamilyName = null,
    [FormField(Description = "Name shown to people")] string? DisplayName = null,
    [FormField(Description = "Id in the system that asks for the account")] string? ExternalId = null);
