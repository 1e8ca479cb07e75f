namespace Baton.Protocol.Tests.Contract;

/// <summary>Where two versions of the contract differ, one line each.</summary>
public static class ContractDifferences
{
    public static IReadOnlyList<string> Between(IEnumerable<WireRow> table, IEnumerable<WireRow> compiled)
    {
        var expected = table.ToDictionary(row => row.Key);
        var actual = compiled.ToDictionary(row => row.Key);
        return
        [
            .. expected.Values.Where(row => !actual.ContainsKey(row.Key)).Select(row => $"{Name(row)} is missing: {row}"),
            .. actual.Values.Where(row => !expected.ContainsKey(row.Key)).Select(row => $"{Name(row)} is not in the contract: {row}"),
            .. expected.Values
                .Where(row => actual.TryGetValue(row.Key, out var other) && row != other)
                .Select(row => $"{Name(row)} must be [{row}] but is [{actual[row.Key]}]"),
        ];
    }

    static string Name(WireRow row) => $"{row.Kind} {row.Owner}{(row.Name.Length > 0 ? "." : "")}{row.Name}";
}
