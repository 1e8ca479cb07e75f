using Baton;

namespace Acme;

/// <summary>The people. A page at a time, so that a long listing can resume in the middle.</summary>
[ResourceType("user", Trait.User)]
public sealed partial class Users(AcmeDirectory directory)
{
    public Task<Page<AcmeUser>> ListAsync(string? cursor, CancellationToken ct) => directory.UsersAsync(cursor, ct);
}
