namespace Baton;

/// <summary>A picture that belongs to a resource: what <see cref="IAssetReader"/> finds for the id that <c>Icon</c> or <c>Logo</c> named.</summary>
/// <param name="ContentType">Media type, for example <c>image/png</c>; 1 to 256 bytes.</param>
/// <param name="Content">The bytes; whoever asked for it disposes of it.</param>
public sealed record Asset(string ContentType, Stream Content) : IDisposable, IAsyncDisposable
{
    /// <summary>Closes the content.</summary>
    public void Dispose() => Content.Dispose();

    /// <summary>Closes the content.</summary>
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
