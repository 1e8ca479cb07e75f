using System.Text.Json;
using System.Text.Json.Serialization;
using Baton;

namespace Acme;

/// <summary>A person, as the system describes one. The attributes say what each property becomes.</summary>
public sealed record AcmeUser(
    [property: Map(To.Id)] string Id,
    [property: Map(To.Login)] string Login,
    [property: Map(To.DisplayName)] string Name,
    [property: Map(To.Email)] string? Email,
    [property: Map(To.Status)] bool Active,
    [property: Profile("department")] string? Department);

/// <summary>A group.</summary>
public sealed record AcmeGroup(
    [property: Map(To.Id)] string Id,
    [property: Map(To.DisplayName)] string Name,
    [property: Map(To.Description)] string? Description);

/// <summary>A user or a group that is in a group.</summary>
public sealed record AcmeMember(string Id, bool IsGroup);
#if (events)

/// <summary>Somebody joined a group, or left it.</summary>
public sealed record AcmeEvent(string Id, DateTimeOffset At, string GroupId, string UserId, bool Joined);
#endif
#if (provisioning)

/// <summary>What C1 asks for when somebody is to get an account.</summary>
public sealed record AccountForm(
    [FormField(Description = "Name shown to people")] string Name,
    [FormField(Description = "Department")] string? Department = null);

/// <summary>A user to create, as the system wants to be told.</summary>
public sealed record NewAcmeUser(string Login, string Name, string? Email, bool Active, string? Department, string? Password);
#endif
#if (actions)

/// <summary>A change of a user.</summary>
public sealed record AcmeUserChange(bool Active);
#endif

/// <summary>How the records above are read and written, made by the compiler: reflection does not work in a native program.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(AcmeUser))]
[JsonSerializable(typeof(AcmeGroup))]
[JsonSerializable(typeof(AcmeMember))]
#if (events)
[JsonSerializable(typeof(AcmeEvent))]
#endif
#if (provisioning)
[JsonSerializable(typeof(NewAcmeUser))]
#endif
#if (actions)
[JsonSerializable(typeof(AcmeUserChange))]
#endif
#if (oauth2)
[JsonSerializable(typeof(AcmeToken))]
#endif
sealed partial class AcmeJson : JsonSerializerContext;
