namespace Baton.Protocol.Tests.Contract;

/// <summary>A line of the contract: a message, field, enum, value, service or rpc, with everything it says but the rules.</summary>
public sealed record WireRow(string File, string Kind, string Owner, string Number, string Name, string Label, string Type, string Oneof)
{
    /// <summary>What makes it the same thing in the table and in the compiled descriptors.</summary>
    public (string Kind, string Owner, string Name) Key => (Kind, Owner, Name);

    public override string ToString()
    {
        var columns = new[] { Number, Label, Type, Oneof.Length > 0 ? $"oneof {Oneof}" : "", $"in {File}" };
        return string.Join(' ', columns.Where(column => column.Length > 0));
    }
}
