using Baton.C1Z.Schema;
using Baton.C1Z.Sqlite;
using Baton.Protocol;
using Baton.Protocol.Connector.V2;
using Google.Protobuf;

namespace Baton.C1Z;

/// <summary>
/// I5: an exclusion group has at most one default and fifty entitlements, all of them on resources of one type. In memory is one entry for
/// each group.
/// </summary>
sealed class ExclusionGroups(Database database, string syncId, ViolationBook book)
{
    const string Id = "I5";
    const int MaxMembers = 50;

    readonly Dictionary<string, Group> _groups = new(StringComparer.Ordinal);

    public void Check(CancellationToken cancellationToken)
    {
        using var rows = database.Prepare(
            "SELECT id, data, resource_type_id, external_id FROM v1_entitlements WHERE sync_id = ?1 AND instr(data, ?2) > 0 ORDER BY id");
        rows.Text(1, syncId).Blob(2, "/c1.connector.v2.EntitlementExclusionGroup"u8);
        while (rows.Step())
        {
            cancellationToken.ThrowIfCancellationRequested();
            Add(rows);
        }
        foreach (var (id, group) in _groups.OrderBy(static g => g.Key, Utf8Order.Instance))
            Judge(id, group);
    }

    void Add(Statement row)
    {
        var entitlement = row.Text(3)!;
        try
        {
            var groups = RowParser.Message<Entitlement>(row).Annotations.FindAll<EntitlementExclusionGroup>().ToList();
            if (groups.Count > 1)
                Hard("entitlements are in more than one exclusion group", entitlement);
            foreach (var group in groups)
                Of(group.ExclusionGroupId).Add(row.Text(2)!, group.IsDefault);
        }
        catch (InvalidProtocolBufferException)
        {
            Hard("exclusion groups of entitlements cannot be read", entitlement);
        }
        catch (InvalidDataException e)
        {
            throw database.CorruptRow(Tables.Entitlements.Name, row.Int64(0), e.Message, e);
        }
    }

    void Judge(string id, Group group)
    {
        if (group.Defaults > 1)
            Hard("exclusion groups have more than one default entitlement", $"{id}: {group.Defaults} defaults");
        if (group.Count > MaxMembers)
            Hard($"exclusion groups have more than {MaxMembers} entitlements", $"{id}: {group.Count} entitlements");
        if (group.OtherType is { } other)
            Hard("exclusion groups have entitlements of several resource types", $"{id}: {group.Type} and {other}");
    }

    void Hard(string text, string example) => book.Of(Id, text, isHard: true).Add(example);

    Group Of(string id)
    {
        if (!_groups.TryGetValue(id, out var group))
            _groups.Add(id, group = new());
        return group;
    }

    sealed class Group
    {
        public int Count { get; private set; }

        public int Defaults { get; private set; }

        public string? Type { get; private set; }

        public string? OtherType { get; private set; }

        public void Add(string type, bool isDefault)
        {
            Count++;
            Defaults += isDefault ? 1 : 0;
            Type ??= type;
            OtherType ??= type == Type ? null : type;
        }
    }
}
