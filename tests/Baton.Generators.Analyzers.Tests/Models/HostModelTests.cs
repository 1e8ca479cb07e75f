using Baton.Generators.Analyzers.Tests.Support;

namespace Baton.Generators.Analyzers.Tests.Models;

public sealed class HostModelTests
{
    [Theory]
    [InlineData("Acme.Nested.NestedConnector+Types+Users", "class NestedConnector|class Types|class Users", "global::Acme.Nested.NestedConnector.Types.Users")]
    [InlineData("Acme.Nested.NestedConnector+Types+Box+Groups", "class NestedConnector|class Types|struct Box|class Groups", "global::Acme.Nested.NestedConnector.Types.Box.Groups")]
    [InlineData("Acme.Nested.NestedConnector+IScope+Roles", "class NestedConnector|interface IScope|record class Roles", "global::Acme.Nested.NestedConnector.IScope.Roles")]
    public void Nested_types_are_opened_from_the_outside(string metadataName, string parts, string type)
    {
        var host = Parsed.Corpus("Nested").ResourceTypes[metadataName].Host;
        Assert.Equal(("Acme.Nested", parts, type), (host.Namespace, string.Join('|', host.Parts), host.Type));
    }

    [Fact]
    public void The_global_namespace_has_no_name()
    {
        var host = Parsed.Corpus("Minimal").ResourceTypes["Users"].Host;
        Assert.Equal(("", "class Users", "global::Users"), (host.Namespace, Assert.Single(host.Parts), host.Type));
    }

    [Fact]
    public void Keywords_are_escaped_except_in_metadata()
    {
        var host = Parsed.Corpus("Keywords").ResourceTypes["Acme.class.event.void"].Host;
        Assert.Equal(("Acme.@class.@event", "class @void", "global::Acme.@class.@event.@void"), (host.Namespace, Assert.Single(host.Parts), host.Type));
    }
}
