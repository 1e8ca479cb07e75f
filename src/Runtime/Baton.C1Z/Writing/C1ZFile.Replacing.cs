using Baton.C1Z.Sqlite;

namespace Baton.C1Z;

// Grants and resources of the current sync that carry an annotation, and what takes their place.
public sealed partial class C1ZFile
{
    /// <summary>Reads grants of the current sync that carry an annotation, in the order of storing.</summary>
    /// <param name="annotation">Beginning of the annotation's full name, such as <c>c1.connector.v2.ExternalResourceMatch</c>.</param>
    /// <param name="cursor">Row number to go on from; zero at first.</param>
    /// <param name="into">Receives the grants.</param>
    /// <param name="max">How many at most.</param>
    /// <returns>How many were read; zero at the end.</returns>
    public int ReadGrantsWith(string annotation, ref long cursor, IList<StoredGrant> into, int max)
    {
        ArgumentException.ThrowIfNullOrEmpty(annotation);
        ArgumentNullException.ThrowIfNull(into);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(max);
        lock (_gate)
            return new GrantReplacement(WithIds(), RequireSync().Id).Read(annotation, ref cursor, into, max);
    }

    /// <summary>Keeps grants, apart from those that are stored, until <see cref="ReplaceGrantsWith"/> stores them.</summary>
    public void StageGrants(RowBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        if (batch.Kind != RowKind.Grant)
            throw new ArgumentException($"the batch holds {batch.Kind} rows, not grants", nameof(batch));
        lock (_gate)
            new GrantReplacement(Use().Database, RequireSync().Id).Stage(batch);
    }

    /// <summary>Deletes the grants of the current sync that carry an annotation, and stores those that were kept, at once.</summary>
    /// <param name="annotation">Beginning of the annotation's full name.</param>
    /// <returns>How many were deleted and stored.</returns>
    public (long Deleted, long Stored) ReplaceGrantsWith(string annotation)
    {
        ArgumentException.ThrowIfNullOrEmpty(annotation);
        lock (_gate)
        {
            _hasFreePages = true;
            return new GrantReplacement(WithIds(), RequireSync().Id).Run(annotation, Now());
        }
    }

    /// <summary>
    /// Deletes the resources of the current sync that carry an annotation, with their entitlements and the grants of those, as far as these carry
    /// one as well: what was copied, and not what the connector itself knows of the same resource.
    /// </summary>
    /// <param name="ofResources">Full name of the annotation of resources.</param>
    /// <param name="ofEntitlements">That of entitlements.</param>
    /// <param name="ofGrants">That of grants.</param>
    /// <returns>How many resources there were.</returns>
    public long DeleteCopies(string ofResources, string ofEntitlements, string ofGrants)
    {
        ArgumentException.ThrowIfNullOrEmpty(ofResources);
        ArgumentException.ThrowIfNullOrEmpty(ofEntitlements);
        ArgumentException.ThrowIfNullOrEmpty(ofGrants);
        lock (_gate)
        {
            _hasFreePages = true;
            return new CopyDeletion(Use().Database, RequireSync().Id).Run(ofResources, ofEntitlements, ofGrants);
        }
    }

    /// <summary>Whether the current sync has stored an entitlement.</summary>
    public bool HasEntitlement(string id)
    {
        lock (_gate)
        {
            using var find = Use().Database.Prepare("SELECT 1 FROM v1_entitlements WHERE external_id = ?1 AND sync_id = ?2");
            return find.Text(1, id).Text(2, RequireSync().Id).Step();
        }
    }

    /// <summary>The database, in which each grant stands once.</summary>
    Database WithIds()
    {
        Use().Indices.BuildById();
        return Use().Database;
    }
}
