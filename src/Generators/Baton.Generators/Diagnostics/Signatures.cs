namespace Baton.Generators.Diagnostics;

/// <summary>The supported method signatures, as messages list them.</summary>
static class Signatures
{
    public const string List =
        "'IAsyncEnumerable<T> ListAsync(CancellationToken ct)', 'IEnumerable<T> ListAsync()', " +
        "'Task<Page<T>> ListAsync(string? cursor, CancellationToken ct)', 'Task<Page<T, TCursor>> ListAsync(TCursor? cursor, CancellationToken ct)', " +
        "each with 'ResourceKey<TParent> parent' as an additional parameter for children";

    public const string Get =
        "'Task<{0}?> GetAsync(ResourceKey resource, CancellationToken ct)', the same with ValueTask, and with ResourceKey<T> of the class itself";

    public const string EntitlementsMethod =
        "per model 'IAsyncEnumerable<DynamicEntitlement> M({0} model, CancellationToken ct)'; per stored resource " +
        "'IAsyncEnumerable<DynamicEntitlement> M(ResourceKey resource, CancellationToken ct)' or " +
        "'Task<Page<DynamicEntitlement>> M(ResourceKey resource, string? cursor, CancellationToken ct)'; " +
        "for the whole type 'IAsyncEnumerable<ResourceEntitlement> M(CancellationToken ct)' or 'Task<Page<ResourceEntitlement>> M(string? cursor, CancellationToken ct)'; " +
        "IEnumerable and Page with a typed cursor work as well";

    public const string Grants =
        "per model 'IAsyncEnumerable<Grantee> M({0} model, CancellationToken ct)'; per stored resource " +
        "'IAsyncEnumerable<Grantee> M(ResourceKey resource, CancellationToken ct)' or 'Task<Page<Grantee>> M(ResourceKey resource, string? cursor, CancellationToken ct)'; " +
        "for the whole type 'IAsyncEnumerable<ResourceGrant> M(CancellationToken ct)' or 'Task<Page<ResourceGrant>> M(string? cursor, CancellationToken ct)'; " +
        "IEnumerable and Page with a typed cursor work as well";

    public const string CreateResource = "'Task<TModel> M(NewResource resource, CancellationToken ct)'";

    public const string DeleteResource =
        "'Task M(ResourceKey resource, CancellationToken ct)', the same with 'Task<DeleteOutcome>', and with ResourceKey<T> of the class itself";

    public const string CreateAccount =
        "'Task<AccountResult<TModel>> M(NewAccount account, NewCredential credential, CancellationToken ct)', the same with 'Task<TModel>', " +
        "with fewer parameters, and with a positional record of this project for the form";

    public const string RotateCredentials =
        "'Task M(ResourceKey resource, NewCredential credential, CancellationToken ct)', the same with 'Task<PlaintextSecret>' or " +
        "'Task<IReadOnlyList<PlaintextSecret>>', and with ResourceKey<T> of the class itself";

    public const string Action =
        "'Task M(…, CancellationToken ct)' and 'Task<TRecord> M(…, CancellationToken ct)' with a positional record of what the action answers; " +
        "what it takes are parameters of types that a form can show";

    public const string EventFeed =
        "'Task<EventPage> M(DateTimeOffset since, string? cursor, CancellationToken ct)' and " +
        "'Task<EventPage<TCursor>> M(DateTimeOffset since, TCursor? cursor, CancellationToken ct)', each with an 'int' for the wished size of the page";

    public const string IssueCredential =
        "'Task<IssuedCredential> M(ResourceKey identity, CredentialRequest request, CancellationToken ct)', and with ResourceKey<T> of the class itself";

    public const string Provisioning =
        "'Task M(ResourceKey resource, Principal principal, CancellationToken ct)' in any order, the same with 'Task<{0}>', and with ResourceKey<T> of the class itself; " +
        "without a slug in the attribute, an additional 'string slug'";
}
