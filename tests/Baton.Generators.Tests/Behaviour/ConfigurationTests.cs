using Baton.Generators.Tests.Corpus;
using Baton.Generators.Tests.Infrastructure;

namespace Baton.Generators.Tests.Behaviour;

/// <summary>Generated binding of the configuration record.</summary>
public sealed class ConfigurationTests
{
    static readonly (string, object)[] Required =
    [
        ("api-token", "t"), ("region", "us-east"), ("endpoint", new Uri("https://e.example")), ("count", 3), ("size", 4L), ("orgs", new[] { "o" }),
    ];

    [Fact]
    public void Bind_OnlyRequired_KeepsInitializers()
    {
        dynamic config = Bind(Required);
        Assert.Equal("t", config.ApiToken);
        Assert.Equal("UsEast", config.Region.ToString());
        Assert.Equal(new Uri("https://api.example.com"), config.Base);
        Assert.Equal(100, config.PageSize);
        Assert.True(config.VerifyTls);
        Assert.Null(config.Limit);
        Assert.Equal(["a", "b,c", "d\"e"], (string[])config.Teams);
        Assert.Equal("kept", config.NotASetting);
        Assert.Equal(long.MinValue, config.Offset);
    }

    [Fact]
    public void Bind_Given_Wins()
    {
        dynamic config = Bind([.. Required, ("base-url", new Uri("https://b.example")), ("page-size", 7), ("verify-tls", false), ("limit", 1), ("other", "default"), ("skip", new[] { "s" }), ("class", "k")]);
        Assert.Equal(new Uri("https://b.example"), config.Base);
        Assert.Equal(7, config.PageSize);
        Assert.False(config.VerifyTls);
        Assert.Equal(1, config.Limit);
        Assert.Equal("default", config.Other.ToString());
        Assert.Equal(["s"], (IReadOnlyList<string>)config.Skip);
        Assert.Equal("k", config.@class);
    }

    [Theory]
    [InlineData("api-token")]
    [InlineData("orgs")]
    public void Bind_RequiredMissing_NamesIt(string name)
    {
        var failure = Assert.Throws<ConnectorException>(() => Bind([.. Required.Where(setting => setting.Item1 != name)]));
        Assert.Equal(ErrorCode.InvalidArgument, failure.Code);
        Assert.Contains(name, failure.Message);
    }

    static object Bind((string, object)[] settings)
    {
        using var loaded = LoadedConnector.Of(Sources.Config);
        using var services = loaded.Services(settings);
        return services.GetService(loaded.Assembly.GetType("Acme.LabConfig")!)!;
    }
}
