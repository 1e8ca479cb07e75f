using System.Text;
using Baton.C1Z.Sqlite;

namespace Baton.C1Z;

/// <summary>Deletes resources that were copied from another file, and what was copied with them.</summary>
sealed class CopyDeletion(Database database, string syncId)
{
    /// <summary>Deletes those whose messages carry these annotations.</summary>
    /// <returns>How many resources there were.</returns>
    public long Run(string ofResources, string ofEntitlements, string ofGrants)
    {
        // In the first attempt there is nothing to look for among many grants.
        if (!HasAny(ofResources))
            return 0;
        using var transaction = database.Begin();
        DeleteOn("v1_grants", ofGrants, ofResources);
        DeleteOn("v1_entitlements", ofEntitlements, ofResources);
        using (var delete = database.Prepare("DELETE FROM v1_resources WHERE sync_id = ?1 AND instr(data, ?2) > 0"))
            delete.Text(1, syncId).Blob(2, Mark(ofResources)).Run();
        var deleted = database.Changes;
        transaction.Commit();
        return deleted;
    }

    bool HasAny(string annotation)
    {
        using var find = database.Prepare("SELECT 1 FROM v1_resources WHERE sync_id = ?1 AND instr(data, ?2) > 0 LIMIT 1");
        return find.Text(1, syncId).Blob(2, Mark(annotation)).Step();
    }

    void DeleteOn(string table, string annotation, string ofResources)
    {
        using var delete = database.Prepare(
            $"DELETE FROM {table} AS t WHERE sync_id = ?1 AND instr(data, ?2) > 0 AND EXISTS (SELECT 1 FROM v1_resources AS r " +
            "WHERE r.external_id = t.resource_type_id || ':' || t.resource_id AND r.sync_id = ?1 AND instr(r.data, ?3) > 0)");
        delete.Text(1, syncId).Blob(2, Mark(annotation)).Blob(3, Mark(ofResources)).Run();
    }

    static byte[] Mark(string annotation) => Encoding.UTF8.GetBytes("/" + annotation);
}
