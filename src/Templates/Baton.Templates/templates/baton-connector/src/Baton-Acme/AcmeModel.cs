using Baton;

namespace Acme;

/// <summary>A person, as the system describes one. The attributes say what each property becomes.</summary>
public sealed record AcmeUser(
    [property: Map(To.Id)] string Id,
    [property: Map(To.DisplayName)] string Name,
    [property: Map(To.Email)] string Email,
    [property: Map(To.Status)] bool Active,
    [property: Profile("department")] string Department);

/// <summary>A group.</summary>
public sealed record AcmeGroup(
    [property: Map(To.Id)] string Id,
    [property: Map(To.DisplayName)] string Name,
    [property: Map(To.Description)] string Description);

/// <summary>A user or a group that is in a group.</summary>
public sealed record AcmeMember(string Id, bool IsGroup);
