using Baton;
using BatonScim.Http;
using BatonScim.Scim;
using Microsoft.Extensions.DependencyInjection;

namespace BatonScim;

/// <summary>Users, groups, roles and entitlements of a SCIM 2.0 server.</summary>
[Connector("baton-scim", DisplayName = "SCIM", Description = "Users, groups, roles and entitlements of any SCIM 2.0 server")]
sealed partial class ScimConnector(ServerFeatures features, ScimLists lists)
{
    public async Task ValidateAsync(CancellationToken ct)
    {
        await features.KnowsPatchAsync(ct);
        // Servers tell everybody what they can do: only this needs the credentials.
        await lists.PageAsync("Users", null, "userName", null, ScimUser.Read, ct);
    }

    static void ConfigureServices(IServiceCollection services, ScimConfig config)
    {
        if (config.OauthTokenUrl is not null)
            services.AddSingleton<IAuthorization, ClientCredentials>();
        else if (config.Username is not null)
            services.AddSingleton<IAuthorization>(FixedAuthorization.Basic(config.Username, config.Password ?? ""));
        else
            services.AddSingleton<IAuthorization>(FixedAuthorization.Bearer(config.Token ?? ""));
    }
}
