using Baton.Testing;
using Xunit;

namespace Acme.Tests;

/// <summary>What every connector should pass, whatever it reads.</summary>
public sealed class ConformanceTests
{
    static readonly ConnectorConformance<AcmeConnector> Kit = new();

    public static TheoryData<string> Names => [.. Kit.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Conforms(string name) => Kit.RunAsync(name, TestContext.Current.CancellationToken);
}
