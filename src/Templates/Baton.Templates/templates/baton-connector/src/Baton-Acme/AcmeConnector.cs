using Baton;
using Microsoft.Extensions.DependencyInjection;
using Acme.Demo;

namespace Acme;

/// <summary>The connector: what it is called, and whether it can reach its system.</summary>
[Connector("baton-acme", DisplayName = "Acme Directory")]
public sealed partial class AcmeConnector(AcmeApi api)
{
    /// <summary>Runs before every sync. A wrong address or credential should fail here, with a message that says what to do.</summary>
    public Task ValidateAsync(CancellationToken ct) => api.PingAsync(ct);
#if (events)

    /// <summary>Who joined and left which group, since C1 last asked.</summary>
    [EventFeed("memberships", EventKind.CreateGrant, EventKind.CreateRevoke)]
    public async Task<EventPage> MembershipsAsync(DateTimeOffset since, string? cursor, CancellationToken ct)
    {
        var page = await api.PageAsync($"events?since={since.UtcDateTime:O}", cursor, AcmeJson.Default.AcmeEvent, ct);
        // The last page needs a cursor too: C1 goes on from there the next time.
        var last = page.Items.Count > 0 ? page.Items[^1].Id : cursor;
        return new([.. page.Items.Select(ToEvent)], last, HasMore: page.Next is not null);
    }

    static SourceEvent ToEvent(AcmeEvent happened)
    {
        var (group, user) = (new ResourceKey<Groups>(happened.GroupId), new Principal("user", happened.UserId));
        return happened.Joined
            ? SourceEvent.Granted(happened.Id, happened.At, group, "member", user)
            : SourceEvent.Revoked(happened.Id, happened.At, group, "member", user);
    }
#endif

    // The demo answers until --base-url names a real system. Once it does, delete this method and the folder Demo.
    static void ConfigureServices(IServiceCollection services, AcmeConfig config)
    {
        if (config.BaseUrl.AbsoluteUri == DemoServer.Address)
            services.ConfigureHttpClientDefaults(http => http.ConfigurePrimaryHttpMessageHandler(() => DemoServer.Shared));
    }
}
