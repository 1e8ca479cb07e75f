namespace Baton;

/// <summary>
/// Fetches icons and logos from the source. A connector whose class implements this interface can be asked for what its resources name with
/// <c>Icon</c> and <c>Logo</c>.
/// </summary>
public interface IAssetReader
{
    /// <summary>One picture.</summary>
    /// <param name="id">The id that a resource gave.</param>
    /// <param name="cancellationToken">Stops the fetching.</param>
    /// <returns>Null when the source has none of this id.</returns>
    Task<Asset?> AssetAsync(string id, CancellationToken cancellationToken);
}
