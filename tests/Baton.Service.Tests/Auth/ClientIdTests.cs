using System.Text.Json;
using Baton.Auth;

namespace Baton.Service.Tests.Auth;

public sealed class ClientIdTests
{
    static readonly JsonElement Cases = Vector.Load("client-id.json");

    public static TheoryData<int> All => [.. Enumerable.Range(0, Cases.GetArrayLength())];

    [Theory]
    [MemberData(nameof(All))]
    public void An_id_leads_where_it_leads_with_others(int index)
    {
        var vector = Cases[index];
        var text = vector.Text("client_id");
        var target = vector.Text("grpc_target").Replace("dns:///", "", StringComparison.Ordinal);
        var other = vector.Text(C1Endpoint.HostVariable);
        // An address without a host, or with an odd one, is refused instead of failing later; an empty variable counts as unset.
        if (vector.Text("error").Length > 0 || (target.AsSpan().ContainsAny('@', ' ') || target.StartsWith(':')) && other.Length == 0)
        {
            Assert.Equal(ErrorCode.Unknown, Assert.Throws<ConnectorException>(() => C1Endpoint.Of(ClientId.Parse(text), null)).Code);
            return;
        }
        var isEmpty = other == "(set, empty)";
        var endpoint = C1Endpoint.Of(ClientId.Parse(text), isEmpty ? "" : other);
        Assert.Equal(isEmpty ? "h:443" : target, $"{endpoint.Address.Host}:{endpoint.Address.Port}");
        Assert.Equal($"https://{endpoint.Address.Authority}/auth/v1/token", endpoint.Token.ToString());
    }

    [Fact]
    public void The_audience_is_the_host_of_the_id_without_a_port() =>
        Assert.Equal("acme.example", ClientId.Parse("clever-otter@acme.example:8443/pcc").Audience);

    [Theory]
    [InlineData("http://127.0.0.1:8443", true)]
    [InlineData("http://localhost:8443", true)]
    [InlineData("http://c1.example:8443", false)]
    [InlineData("https://c1.example", false)]
    [InlineData("c1.example/path", false)]
    [InlineData("user@c1.example", false)]
    public void Without_TLS_only_this_machine_is_talked_to(string host, bool allowed)
    {
        var id = ClientId.Parse("n@h/x");
        if (allowed)
            Assert.Equal("http", C1Endpoint.Of(id, host).Address.Scheme);
        else
            Assert.Throws<ConnectorException>(() => C1Endpoint.Of(id, host));
    }
}
