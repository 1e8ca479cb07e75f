using Baton.C1Z.Schema;
using Baton.C1Z.Sqlite;
using Baton.Protocol;
using Baton.Protocol.Connector.V2;
using Google.Protobuf;

namespace Baton.C1Z;

/// <summary>Messages in rows: they can be read, and say the same as the columns beside them.</summary>
sealed class RowRules(Database database, FindingBook book, CancellationToken cancellationToken)
{
    public void Check()
    {
        Pass<ResourceType>(Tables.ResourceTypes, "external_id", (row, type, place) => Same(place, "external_id", row.Text(4), type.Id));
        Pass<Resource>(Tables.Resources, "external_id, resource_type_id, parent_resource_type_id, parent_resource_id", OfResource);
        Pass<Entitlement>(Tables.Entitlements, "external_id, resource_type_id, resource_id", OfEntitlement);
        Pass<Grant>(
            Tables.Grants,
            "external_id, resource_type_id, resource_id, entitlement_id, principal_resource_type_id, principal_resource_id, expansion, needs_expansion",
            OfGrant);
    }

    void Pass<T>(Table table, string columns, Action<Statement, T, string> check)
        where T : IMessage<T>, new()
    {
        // The message is the second column, as in every listing; the id of the row the fifth.
        using var rows = database.Prepare(
            $"SELECT id, data, typeof(data), discovered_at, {columns}, sync_id IN (SELECT sync_id FROM v1_sync_runs) FROM {table.Name} ORDER BY id");
        var known = 4 + columns.Split(',').Length;
        while (rows.Step())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var place = FindingBook.Row(table.Name, rows.Int64(0), rows.Text(4));
            if (rows.Text(2) != "blob")
                book.Error("blob-type", "data is not stored as a blob: comparisons of two syncs find it different", place);
            if (rows.Text(3) is not { } time || !Timestamps.TryParse(time, out _))
                book.Error("times", "discovered_at is not a time", place);
            if (rows.Int64(known) == 0)
                book.Warning("row-sync", "a row belongs to a sync that is not there", place);
            try
            {
                check(rows, RowParser.Message<T>(rows), place);
            }
            catch (InvalidDataException e)
            {
                book.Error("blob", $"data is damaged: {e.Message}", place);
            }
        }
    }

    void OfResource(Statement row, Resource resource, string place)
    {
        if (Missing(resource.Id, "a resource", place))
            return;
        Same(place, "external_id", row.Text(4), $"{resource.Id.ResourceType}:{resource.Id.Resource}");
        Same(place, "resource_type_id", row.Text(5), resource.Id.ResourceType);
        // A new parent does not change the columns of a row that was there before: Go leaves them, too.
        if (row.Text(6) != resource.ParentResourceId?.ResourceType || row.Text(7) != resource.ParentResourceId?.Resource)
            book.Warning("parent-columns", "the parent columns differ from the parent in data: filters by parent miss the resource", place);
    }

    void OfEntitlement(Statement row, Entitlement entitlement, string place)
    {
        Same(place, "external_id", row.Text(4), entitlement.Id);
        if (Missing(entitlement.Resource?.Id, "the resource of an entitlement", place))
            return;
        Same(place, "resource_type_id", row.Text(5), entitlement.Resource!.Id.ResourceType);
        Same(place, "resource_id", row.Text(6), entitlement.Resource.Id.Resource);
    }

    void OfGrant(Statement row, Grant grant, string place)
    {
        Same(place, "external_id", row.Text(4), grant.Id);
        if (grant.Entitlement is null || grant.Principal is null)
        {
            book.Warning("slim-grants", "a grant leaves out what its columns say: it is lost when the file is converted to format v3", place);
        }
        else if (!Missing(grant.Principal.Id, "the principal of a grant", place) && !Missing(grant.Entitlement.Resource?.Id, "the resource of a grant", place))
        {
            Same(place, "resource_type_id", row.Text(5), grant.Entitlement.Resource!.Id.ResourceType);
            Same(place, "resource_id", row.Text(6), grant.Entitlement.Resource.Id.Resource);
            Same(place, "entitlement_id", row.Text(7), grant.Entitlement.Id);
            Same(place, "principal_resource_type_id", row.Text(8), grant.Principal.Id.ResourceType);
            Same(place, "principal_resource_id", row.Text(9), grant.Principal.Id.Resource);
        }
        if (grant.Annotations.Has<GrantExpandable>())
            book.Error("expansion", "GrantExpandable is inside of data: the grant is never expanded", place);
        if (!row.IsNull(10) && row.Bytes(10).IsEmpty)
            book.Warning("expansion", "the expansion is empty instead of NULL", place);
        WireCheck.Run(row.Bytes(10), GrantExpandable.Descriptor);
        if (row.IsNull(10) && row.Int64(11) != 0)
            book.Warning("expansion", "needs_expansion is set, and there is no expansion", place);
    }

    bool Missing(ResourceId? id, string what, string place)
    {
        if (id is not null && id.ResourceType.Length > 0)
            return false;
        book.Error("blob-ids", $"{what} has no id in data: Go's baton crashes", place);
        return true;
    }

    void Same(string place, string column, string? stored, string message)
    {
        if (stored != message)
            book.Error("blob-ids", $"the column {column} differs from data: lists show the row, filters and look-ups miss it", place);
    }
}
