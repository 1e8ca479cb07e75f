using Baton.Generators.Analyzers.Tests.Support;
using Baton.Generators.Models;

namespace Baton.Generators.Analyzers.Tests.Models;

public sealed class ServiceModelTests
{
    static readonly Parsed Corpus = Parsed.Corpus("Services");

    [Fact]
    public void Classes_that_constructors_name_are_found_directly_and_further_away() => Assert.Equal(
        ["global::Acme.Services.Cache", "global::Acme.Services.Transport", "global::Acme.Services.Repository<global::Person>"],
        Corpus.Connectors.Values.Single().Services.Select(static service => service.Type));

    [Fact]
    public void Resource_types_have_services_too() => Assert.Equal(
        ["global::Api", "global::Acme.Services.Cache", "global::Acme.Services.Transport", "global::Acme.Services.Repository<global::Team>"],
        Corpus.ResourceTypes.Values.Single().Services.Select(static service => service.Type));

    [Fact]
    public void Arguments_come_from_where_their_types_say()
    {
        var transport = Corpus.Connectors.Values.Single().Services[1].Constructor;
        Assert.Equal(
            [
                ("global::System.Net.Http.HttpClient", DependencyKind.HttpClient), ("global::Microsoft.Extensions.Logging.ILogger", DependencyKind.Logger),
                ("global::System.TimeProvider", DependencyKind.Service), ("global::Acme.Services.Endpoint", DependencyKind.Service),
            ],
            transport.Parameters.Select(static parameter => (parameter.Type, parameter.Kind)));
        var cache = Corpus.Connectors.Values.Single().Services[0].Constructor;
        Assert.Equal(("global::Acme.Services.IMissing", DependencyKind.Optional), (cache.Parameters[1].Type, cache.Parameters[1].Kind));
    }

    [Fact]
    public void The_authors_registration_gets_what_it_asks_for() => Assert.Equal(
        [ArgumentKind.ServiceCollection, ArgumentKind.Config], Corpus.Connectors.Values.Single().ConfigureServices!.Value);
}
