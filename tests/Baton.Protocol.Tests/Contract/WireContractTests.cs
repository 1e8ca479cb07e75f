namespace Baton.Protocol.Tests.Contract;

public sealed class WireContractTests
{
    static IEnumerable<WireRow> Compiled =>
        ProtocolTypes.Files.Where(file => file.Name.StartsWith("c1/", StringComparison.Ordinal)).SelectMany(CompiledContract.Rows);

    [Fact]
    public void Compiled_messages_are_those_of_the_contract()
    {
        var differences = ContractDifferences.Between(WireTable.Rows, Compiled);
        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    [Fact]
    public void The_table_is_the_whole_one()
    {
        var kinds = WireTable.Rows.CountBy(row => row.Kind).ToDictionary();
        Assert.Equal(47, WireTable.Rows.Select(row => row.File).Distinct().Count());
        Assert.Equal(
            [("enum", 31), ("field", 1114), ("message", 378), ("rpc", 64), ("service", 26), ("value", 188)],
            kinds.OrderBy(kind => kind.Key, StringComparer.Ordinal).Select(kind => (kind.Key, kind.Value)));
    }

    public static TheoryData<string, Func<WireRow, WireRow?>, string> DoctoredRows => new()
    {
        { "id", row => row with { Number = "7" }, "field c1.connector.v2.Grant.id must be [7 string in c1/connector/v2/grant.proto] but is [3 string in c1/connector/v2/grant.proto]" },
        { "id", row => row with { Type = "bytes" }, "field c1.connector.v2.Grant.id must be [3 bytes in c1/connector/v2/grant.proto] but is [3 string in c1/connector/v2/grant.proto]" },
        { "id", row => row with { Label = "optional" }, "field c1.connector.v2.Grant.id must be [3 optional string in c1/connector/v2/grant.proto] but is [3 string in c1/connector/v2/grant.proto]" },
        { "id", row => row with { Oneof = "key" }, "field c1.connector.v2.Grant.id must be [3 string oneof key in c1/connector/v2/grant.proto] but is [3 string in c1/connector/v2/grant.proto]" },
        { "id", row => row with { File = "grant.proto" }, "field c1.connector.v2.Grant.id must be [3 string in grant.proto] but is [3 string in c1/connector/v2/grant.proto]" },
        { "id", _ => null, "field c1.connector.v2.Grant.id is not in the contract: 3 string in c1/connector/v2/grant.proto" },
    };

    [Theory]
    [MemberData(nameof(DoctoredRows))]
    public void A_doctored_field_is_found(string field, Func<WireRow, WireRow?> doctor, string difference)
    {
        var table = WireTable.Rows.Select(row => row.Owner == "c1.connector.v2.Grant" && row.Name == field ? doctor(row) : row).OfType<WireRow>();
        Assert.Equal([difference], ContractDifferences.Between(table, Compiled));
    }

    [Theory]
    [InlineData("message", "c1.connector.v2.Grant", "")]
    [InlineData("enum", "c1.connector.v2.ResourceType.Trait", "")]
    [InlineData("value", "c1.connector.v2.ResourceType.Trait", "TRAIT_USER")]
    [InlineData("service", "c1.connectorapi.baton.v1.BatonService", "")]
    [InlineData("rpc", "c1.connectorapi.baton.v1.BatonService", "UploadAsset")]
    public void A_renamed_element_is_found_on_both_sides(string kind, string owner, string name)
    {
        var table = WireTable.Rows.Select(row => row.Key == (kind, owner, name) ? row with { Name = "Renamed" } : row);
        var differences = ContractDifferences.Between(table, Compiled);
        Assert.Equal(2, differences.Count);
        Assert.StartsWith($"{kind} {owner}.Renamed is missing", differences[0], StringComparison.Ordinal);
        Assert.Contains("is not in the contract", differences[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UploadAsset", "")]
    [InlineData("UploadAsset", "client-stream server-stream")]
    [InlineData("Hello", "server-stream")]
    public void A_difference_in_streaming_is_found(string rpc, string label)
    {
        var table = WireTable.Rows.Select(row =>
            row.Key == ("rpc", "c1.connectorapi.baton.v1.BatonService", rpc) ? row with { Label = label } : row);
        Assert.Single(ContractDifferences.Between(table, Compiled));
    }
}
