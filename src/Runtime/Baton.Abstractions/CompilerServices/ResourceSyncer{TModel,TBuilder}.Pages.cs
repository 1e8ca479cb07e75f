namespace Baton.CompilerServices;

/// <content>Methods that return one page.</content>
public abstract partial class ResourceSyncer<TModel, TBuilder>
{
    /// <summary>The cursor that an author's method gets: null for the first page.</summary>
    protected static string? Cursor(string pageToken) => string.IsNullOrEmpty(pageToken) ? null : pageToken;

    /// <summary>A page with a cursor of the author's own type as one with a text.</summary>
    /// <param name="page">The page.</param>
    /// <param name="write">Writes the cursor as text.</param>
    protected async Task<Page<T>> TokenAsync<T, TCursor>(Task<Page<T, TCursor>> page, Func<TCursor, string> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var result = Present(await Present(page).ConfigureAwait(false));
        return new(result.Items, result.IsLast ? null : write(result.Next!));
    }

    /// <summary>A page with a number that may be absent as cursor, as one with a text.</summary>
    /// <param name="page">The page.</param>
    /// <param name="write">Writes the cursor as text.</param>
    protected async Task<Page<T>> TokenAsync<T, TCursor>(Task<Page<T, TCursor?>> page, Func<TCursor, string> write)
        where TCursor : struct
    {
        ArgumentNullException.ThrowIfNull(write);
        var result = Present(await Present(page).ConfigureAwait(false));
        return new(result.Items, result.Next is { } next ? write(next) : null);
    }

    /// <summary>Stores a page of resources.</summary>
    /// <returns>Token of the next page; empty at the end.</returns>
    protected async ValueTask<string> PageAsync(
        Task<Page<TModel>> page, ResourceKey? parent, SyncOutput output, CancellationToken cancellationToken)
    {
        var (items, next) = Present(await Present(page).ConfigureAwait(false));
        var builder = new TBuilder();
        foreach (var model in Present(items))
            await OneAsync(model, parent, builder, output, cancellationToken).ConfigureAwait(false);
        return next ?? "";
    }

    /// <summary>Stores a page of the grants of one resource.</summary>
    /// <returns>Token of the next page; empty at the end.</returns>
    protected async ValueTask<string> GranteesPageAsync(
        string slug, string resourceId, Task<Page<Grantee>> page, SyncOutput output, CancellationToken cancellationToken)
    {
        var (items, next) = Present(await Present(page).ConfigureAwait(false));
        await GranteesAsync(slug, resourceId, ToAsync(Present(items)), output, cancellationToken).ConfigureAwait(false);
        return next ?? "";
    }

    /// <summary>Stores a page of the grants of many resources.</summary>
    /// <returns>Token of the next page; empty at the end.</returns>
    protected async ValueTask<string> GranteesPageAsync(
        string slug, Task<Page<ResourceGrant>> page, SyncOutput output, CancellationToken cancellationToken)
    {
        var (items, next) = Present(await Present(page).ConfigureAwait(false));
        await GranteesAsync(slug, ToAsync(Present(items)), output, cancellationToken).ConfigureAwait(false);
        return next ?? "";
    }

    /// <summary>Stores a page of grants, and the resources that are known only through them.</summary>
    /// <returns>Token of the next page; empty at the end.</returns>
    protected async ValueTask<string> GranteesPageAsync(
        string slug, Task<Page<ResourceGrant<TModel>>> page, SyncOutput output, CancellationToken cancellationToken)
    {
        var (items, next) = Present(await Present(page).ConfigureAwait(false));
        await GranteesAsync(slug, ToAsync(Present(items)), output, cancellationToken).ConfigureAwait(false);
        return next ?? "";
    }

    // Callers without nullable checks can return null in spite of the types.
    T Present<T>(T? value)
        where T : class => value ?? throw new ConnectorException(
            ErrorCode.Internal, $"A method of resource type \"{Definition.Id}\" returned null where a page is expected.");
}
