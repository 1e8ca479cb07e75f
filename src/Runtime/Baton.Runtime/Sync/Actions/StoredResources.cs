using Baton.C1Z;

namespace Baton.Sync;

/// <summary>Reads stored resources of some types by ascending row id, a page at a time.</summary>
sealed class StoredResources(RowWriter rows, int pageSize)
{
    readonly List<StoredResource> _read = [];

    /// <summary>Reads the next page.</summary>
    /// <param name="types">The resource types.</param>
    /// <param name="cursor">The first row id to read.</param>
    /// <param name="cancellationToken">Stops the wait for the writer.</param>
    /// <returns>Resources in the order of their rows, and the row id where the page after it begins; none at the end.</returns>
    internal ValueTask<(IReadOnlyList<ListedResource> Page, long Next)> ReadAsync(
        IReadOnlyCollection<string> types, long cursor, CancellationToken cancellationToken) =>
        rows.UseAsync(file => Read(file, types, cursor), cancellationToken);

    (IReadOnlyList<ListedResource> Page, long Next) Read(C1ZFile file, IReadOnlyCollection<string> types, long cursor)
    {
        var found = new List<(long RowId, ListedResource Resource)>();
        foreach (var type in types)
        {
            _read.Clear();
            var from = cursor;
            file.ReadResources(type, ref from, _read, pageSize);
            found.AddRange(_read.Select(r => (r.RowId, new ListedResource(KeyOf(type, r), r.SkipsEntitlements, r.SkipsGrants))));
        }
        // Every type was read from the same row on: the first rows of all are a complete page.
        found.Sort(static (a, b) => a.RowId.CompareTo(b.RowId));
        var page = found.Take(pageSize).ToList();
        return (page.ConvertAll(static r => r.Resource), page.Count == 0 ? cursor : page[^1].RowId + 1);
    }

    static ResourceKey KeyOf(string type, StoredResource resource) => new(type, resource.Id)
    {
        Parent = resource is { ParentTypeId: { } parentType, ParentId: { } parentId } ? new(parentType, parentId) : null,
    };
}

/// <summary>A stored resource, and what it says about itself.</summary>
readonly record struct ListedResource(ResourceKey Key, bool SkipsEntitlements, bool SkipsGrants);
