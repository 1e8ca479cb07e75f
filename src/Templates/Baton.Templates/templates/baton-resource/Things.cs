using System.Text.Json;
using System.Text.Json.Serialization;
using Baton;

namespace ItemNamespace;

/// <summary>The listed things, and who holds them.</summary>
#if (trait == "none")
[ResourceType("thing-id")]
#else
[ResourceType("thing-id", Trait.TraitName)]
#endif
[Entitlement("entitlement-slug", Purpose = Purpose.Assignment, DisplayName = "{resource} entitlement-slug")]
[Grantable("entitlement-slug", typeof(Users))]
public sealed partial class Things(AcmeApi api)
{
    public Task<Page<AcmeThing>> ListAsync(string? cursor, CancellationToken ct) =>
        api.PageAsync("thing-list", cursor, ThingsJson.Default.AcmeThing, ct);

    [Grants("entitlement-slug")]
    public async Task<Page<Grantee>> HoldersAsync(ResourceKey<Things> resource, string? cursor, CancellationToken ct)
    {
        var list = $"thing-list/{Uri.EscapeDataString(resource.Id)}/holders";
        var holders = await api.PageAsync(list, cursor, ThingsJson.Default.AcmeThingHolder, ct);
        return new([.. holders.Items.Select(holder => Grantee.User<Users>(holder.Id))], holders.Next);
    }
}

/// <summary>One of them, as the system describes it. The attributes say what each property becomes.</summary>
public sealed record AcmeThing([property: Map(To.Id)] string Id, [property: Map(To.DisplayName)] string Name);

/// <summary>A user who holds one.</summary>
public sealed record AcmeThingHolder(string Id);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(AcmeThing))]
[JsonSerializable(typeof(AcmeThingHolder))]
sealed partial class ThingsJson : JsonSerializerContext;
