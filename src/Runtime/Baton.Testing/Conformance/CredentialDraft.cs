using Baton.Protocol.Connector.V2;
using Option = Baton.Protocol.Connector.V2.CapabilityDetailCredentialOption;

namespace Baton.Testing;

/// <summary>A credential to ask for, within what the connector offers.</summary>
static class CredentialDraft
{
    public static CredentialIssueOptions Of(CredentialIssueOptionDescriptor offer) => offer.Option switch
    {
        Option.ApiKey => new() { ApiKey = new() { Scopes = { offer.Scopes.Take(1) } } },
        Option.Keypair => new() { Keypair = new() { Profile = offer.KeyProfiles[0] } },
        Option.Token => new() { Token = new() { Scopes = { offer.Scopes.Take(1) }, Audiences = { offer.Audiences.Take(1) } } },
        _ => new() { ClientSecret = new() },
    };

    /// <summary>In the middle of what may be asked for; null when that is nothing.</summary>
    public static DateTimeOffset? ExpiryOf(CredentialIssueOptionDescriptor offer)
    {
        if (offer.Expiry is not { } limits)
            return null;
        var least = limits.Min?.ToTimeSpan() ?? TimeSpan.Zero;
        var most = limits.Max?.ToTimeSpan() ?? least + TimeSpan.FromDays(2);
        return TimeProvider.System.GetUtcNow() + ((least + most) / 2);
    }
}
