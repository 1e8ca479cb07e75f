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
    readonly KeyTable _keys = new();
    readonly EntitlementTable _entitlements = new();
    readonly List<long> _grants = [];
    readonly Dictionary<int, string> _otherIds = [];
    readonly List<(int Given, string Source, int Principal, int Grant, int Filter, bool IsShallow)> _passing = [];
    readonly List<int[]> _filters = [];
    readonly Dictionary<string, int> _filterNumbers = new(StringComparer.Ordinal);

    int _storedEntitlements;

    public async Task<AccessGraph> BuildAsync(SyncView view, CancellationToken cancellationToken)
    {
        await ReadAsync(view, "id, resource_type_id, external_id", "v1_resources", Resource, cancellationToken).ConfigureAwait(false);
        await ReadAsync(view, "id, external_id, resource_type_id, resource_id, data", "v1_entitlements", Entitlement, cancellationToken).ConfigureAwait(false);
        _storedEntitlements = _entitlements.Count;
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
        var (principalType, principalId) = (Text(row, 4), Text(row, 5));
        var principal = _keys.Add(principalType, principalId);
        if (_grants.Count == Array.MaxLength / 2 || entitlement > int.MaxValue / 2)
            throw new C1ZException(C1ZError.TooLarge, "the sync has more grants than an access graph can hold");
        var grantId = Text(row, 6);
        if (!IsUsual(grantId, id, principalType, principalId))
            _otherIds[_grants.Count] = grantId;
        if (RowParser.Expansion(database, row, 8) is { } expansion)
            Passing(entitlement, principal, expansion);
        var isDirect = GrantWire.IsDirect(row.Bytes(7), _entitlements.Utf8(entitlement));
        _grants.Add(((long)principal << 32) | ((uint)entitlement << 1) | (isDirect ? 0u : 1u));
    }

    /// <summary>Whether an id of a grant is <c>entitlement:type:id</c>, as nearly all are; then it need not be kept.</summary>
    static bool IsUsual(ReadOnlySpan<char> grantId, string entitlement, string type, string id) =>
        grantId.Length == entitlement.Length + type.Length + id.Length + 2
        && grantId.StartsWith(entitlement, StringComparison.Ordinal) && grantId[entitlement.Length] == ':'
        && grantId[(entitlement.Length + 1)..].StartsWith(type, StringComparison.Ordinal) && grantId[^(id.Length + 1)] == ':'
        && grantId.EndsWith(id, StringComparison.Ordinal);

    void Passing(int entitlement, int principal, GrantExpandable expansion)
    {
        var filter = -1;
        if (expansion.ResourceTypeIds.Count > 0)
        {
            int[] types = [.. expansion.ResourceTypeIds.Select(type => _keys.Types.Add(type)).Distinct().Order()];
            var name = string.Join(',', types);
            if (!_filterNumbers.TryGetValue(name, out filter))
            {
                _filterNumbers.Add(name, filter = _filters.Count);
                _filters.Add(types);
            }
        }
        foreach (var source in expansion.EntitlementIds)
            _passing.Add((entitlement, source, principal, _grants.Count, filter, expansion.Shallow));
    }

    AccessGraph Complete()
    {
        long[] grants = [.. _grants];
        _grants.Clear();
        _grants.TrimExcess();
        var resources = new ResourceRows(_keys, _entitlements.Count, grants.Length).Write(_entitlements, grants, out var places);
        var edges = new List<PassingTable.Edge>();
        foreach (var (given, source, principal, grant, filter, isShallow) in _passing)
        {
            // A grant passes on what its principal has to give: entitlements that are stored, and on the principal itself.
            if (_entitlements.Find(source) is >= 0 and var known && known < _storedEntitlements && _entitlements.ResourceOf(known) == principal)
                edges.Add(new(given, known, places[grant], filter, isShallow));
        }
        var passing = new PassingTable(_entitlements.Count, edges, _filters, resources);
        return new(options, _actions, resources, _entitlements.Ids(), passing, _otherIds.ToDictionary(other => places[other.Key], static other => other.Value));
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
