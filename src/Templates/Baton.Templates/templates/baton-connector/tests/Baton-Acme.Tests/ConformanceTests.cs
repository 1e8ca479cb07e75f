using Baton.Testing;
#if (provisioning)
using Google.Protobuf.WellKnownTypes;
#endif
using Xunit;

namespace Acme.Tests;

/// <summary>What every connector should pass, whatever it reads.</summary>
public sealed class ConformanceTests
{
    static readonly ConnectorConformance<AcmeConnector> Kit = new(new ConformanceOptions
    {
        Arguments = TestSource.Arguments,
        Run = TestSource.Options,
#if (provisioning || actions)
        MayChangeSource = true,
#endif
#if (provisioning)
        NewAccount = n => new() { Login = $"new-{n}", Profile = new() { Fields = { ["name"] = Value.ForString($"New {n}") } } },
#endif
#if (actions)
        Actions =
        [
            new("disable_user", """{"user": "user:u-1001"}""") { ResourceType = "user" },
            new("enable_user", """{"user": "user:u-1001"}""") { ResourceType = "user" },
        ],
#endif
    });

    public static TheoryData<string> Names => [.. Kit.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Conforms(string name) => Kit.RunAsync(name, TestContext.Current.CancellationToken);
}
