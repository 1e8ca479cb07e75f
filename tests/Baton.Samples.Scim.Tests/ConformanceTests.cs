using Baton.Samples.Scim.Tests.Support;
using Baton.Testing;
using BatonScim;

namespace Baton.Samples.Scim.Tests;

public sealed class ConformanceTests(ScimServer server)
{
    public static TheoryData<string> Names => [.. new ConnectorConformance<ScimConnector>(new() { MayChangeSource = true }).Names];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Conforms(string name) => new ConnectorConformance<ScimConnector>(new()
    {
        MayChangeSource = true,
        Interruptions = 4,
        Arguments = ["--base-url", new Uri(server.Address, "scim/v2").AbsoluteUri, "--page-size", "10"],
        Run = new() { Environment = new Dictionary<string, string> { ["BATON_TOKEN"] = ScimServer.Token } },
    }).RunAsync(name, TestContext.Current.CancellationToken);
}
