using Baton;

namespace Acme;

/// <summary>The connector: what it is called, and whether it can reach its system.</summary>
[Connector("baton-acme", DisplayName = "Acme Directory")]
public sealed partial class AcmeConnector(AcmeDirectory directory)
{
    /// <summary>Runs before every sync. A wrong address or credential should fail here, with a message that says what to do.</summary>
    public Task ValidateAsync(CancellationToken ct) => directory.PingAsync(ct);
}
