using Baton;

namespace Acme;

/// <summary>
/// The settings. Each is a flag, an environment variable and a key of <c>.baton.yaml</c>:
/// <c>--page-size</c>, <c>BATON_PAGE_SIZE</c>, <c>page-size</c>. Make one <c>required</c> when there is no sensible default,
/// and mark a credential <c>Secret = true</c>, so that it is never shown.
/// </summary>
[ConnectorConfig]
public sealed partial record AcmeConfig
{
    [Field(Description = "How many records one request asks for")]
    public int PageSize { get; init; } = 100;
}
