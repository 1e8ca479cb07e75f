using System.Text;
using Baton.C1Z.Sqlite;
using Baton.Protocol.Connector.V2;

namespace Baton.C1Z;

/// <summary>Reads the rows of a sync into an access graph, a page at a time. Grants count by their columns, as everywhere.</summary>
sealed class AccessGraphBuilder(AccessOptions options)
{
    const int Page = 10_000;

    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    readonly ActionTable _actions = new(options);
    readonly Keys32 _keys = new();
    readonly EntitlementTable _entitlements = new();
    readonly List<long> _grants = [];
    readonly Dictionary<int, string> _otherIds = [];
    readonly List<(int Given, string Source, int Grant, int Filter, bool IsShallow)> _passing = [];
    readonly List<int[]> _filters = [];
    readonly Dictionary<string, int> _filterNumbers = new(StringComparer.Ordinal);

    public async Task<AccessGraph> BuildAsync(SyncView view, CancellationToken cancellationToken)
    {
        await ReadAsync(view, "id, resource_type_id, external_id", "v1_resources", Resource, cancellationToken).ConfigureAwait(false);
        await ReadAsync(view, "id, external_id, resource_type_id, resource_id, data", "v1_entitlements", Entitlement, cancellationToken).ConfigureAwait(false);
        await ReadAsync(
            view,
            "id, entitlement_id, resource_type_id, resource_id, principal_resource_type_id, principal_resource_id, external_id, data, expansion",
            "v1_grants",
            Grant,
            cancellationToken).ConfigureAwait(false);
        return Complete();
    }

    static async Task ReadAsync(SyncView view, string columns, string table, Action<Database, Statement> add, CancellationToken cancellationToken)
    {
        var next = long.MinValue;
        bool isMore;
        do
        {
            var from = next;
            (isMore, next) = await view.Pages.RunAsync(database => ReadPage(database, view.SyncId, columns, table, add, from), cancellationToken).ConfigureAwait(false);
        }
        while (isMore);
    }

    static (bool IsMore, long Next) ReadPage(Database database, string syncId, string columns, string table, Action<Database, Statement> add, long from)
    {
        using var rows = database.Prepare($"SELECT {columns} FROM {table} WHERE sync_id = ?1 AND id >= ?2 ORDER BY id LIMIT {Page}");
        rows.Text(1, syncId).Int64(2, from);
        var (count, last) = (0, 0L);
        for (; rows.Step(); count++)
        {
            last = rows.Int64(0);
            try
            {
                add(database, rows);
            }
            catch (InvalidDataException e)
            {
                throw database.CorruptRow(table, last, e.Message, e);
            }
        }
        return (count == Page && last < long.MaxValue, last == long.MaxValue ? last : last + 1);
    }

    void Resource(Database database, Statement row)
    {
        var (type, id) = (Text(row, 1), Text(row, 2));
        if (id.Length > type.Length && id.StartsWith(type, StringComparison.Ordinal) && id[type.Length] == ':')
            _keys.Add(type, id[(type.Length + 1)..]);
    }

    void Entitlement(Database database, Statement row)
    {
        var id = Text(row, 1);
        _entitlements.Add(id, _keys.Add(Text(row, 2), Text(row, 3)), _actions.Add(NameOf(id, row.Bytes(4))));
    }

    void Grant(Database database, Statement row)
    {
        var id = Text(row, 1);
        var entitlement = _entitlements.Find(id);
        if (entitlement < 0)
            entitlement = _entitlements.Add(id, _keys.Add(Text(row, 2), Text(row, 3)), _actions.Add(NameOf(id, default)));
        var principal = _keys.Add(Text(row, 4), Text(row, 5));
        if (_grants.Count == Array.MaxLength / 2 || entitlement > int.MaxValue / 2)
            throw new C1ZException(C1ZError.TooLarge, "the sync has more grants than an access graph can hold");
        var grantId = Text(row, 6);
        if (!IsUsual(grantId, id, _keys[principal]))
            _otherIds[_grants.Count] = grantId;
        if (RowParser.Expansion(database, row, 8) is { } expansion)
            Passing(entitlement, expansion);
        _grants.Add(HeldTable.Key(principal, entitlement, GrantWire.IsDirect(row.Bytes(7), _entitlements.Utf8(entitlement))));
    }

    static bool IsUsual(string grantId, string entitlement, ResourceKey principal) =>
        grantId.Length == entitlement.Length + principal.Type.Length + principal.Id.Length + 2 && grantId == HeldTable.UsualId(entitlement, principal);

    void Passing(int entitlement, GrantExpandable expansion)
    {
        var filter = -1;
        if (expansion.ResourceTypeIds.Count > 0)
        {
            int[] types = [.. expansion.ResourceTypeIds.Select(_keys.AddType).Distinct().Order()];
            var name = string.Join(',', types);
            if (!_filterNumbers.TryGetValue(name, out filter))
            {
                _filterNumbers.Add(name, filter = _filters.Count);
                _filters.Add(types);
            }
        }
        foreach (var source in expansion.EntitlementIds)
            _passing.Add((entitlement, source, _grants.Count, filter, expansion.Shallow));
    }

    AccessGraph Complete()
    {
        _keys.Trim();
        _entitlements.Complete(_keys.Count);
        var held = HeldTable.Of([.. _grants], _keys.Count, _otherIds, out var places);
        _grants.Clear();
        var edges = new List<(int, PassingTable.Edge)>();
        foreach (var (given, source, grant, filter, isShallow) in _passing)
        {
            if (_entitlements.Find(source) is >= 0 and var known)
                edges.Add((given, new(known, places[grant], filter, isShallow)));
        }
        return new(options, _actions, _keys, _entitlements, held, new(_entitlements.Count, edges, _filters));
    }

    static string Text(Statement row, int column) => row.Text(column) ?? "";

    /// <summary>What an entitlement is named after: its slug, else the last part of its id.</summary>
    static string NameOf(string id, ReadOnlySpan<byte> entitlement)
    {
        ReadOnlySpan<byte> slug = default;
        for (var fields = new WireFields(entitlement); fields.Next();)
        {
            if (fields.Number == Protocol.Connector.V2.Entitlement.SlugFieldNumber)
                slug = fields.Value;
        }
        if (slug.IsEmpty)
            return id[(id.LastIndexOf(':') + 1)..];
        try
        {
            return Strict.GetString(slug);
        }
        catch (DecoderFallbackException e)
        {
            throw new InvalidDataException("its slug is not UTF-8", e);
        }
    }
}
