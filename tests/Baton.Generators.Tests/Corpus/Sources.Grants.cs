namespace Baton.Generators.Tests.Corpus;

static partial class Sources
{
    /// <summary>Grants in all scopes and shapes, on one type.</summary>
    public const string Grants = Usings + """
        namespace Acme
        {
            public sealed record Box(string Id);

            [ResourceType("user", Trait.User)]
            public sealed partial class Users
            {
                public IEnumerable<Box> ListAsync() => [];

                static void Map(Box b, UserBuilder r) => r.Id(b.Id);
            }

            [ResourceType("box", Trait.Role, Trait.App, DisplayName = "Box")]
            [Entitlement("a", Purpose = Purpose.Ownership, Description = "Owns {resource}")]
            [Entitlement("b")]
            [Entitlement("c")]
            [Entitlement("d")]
            [Entitlement("e")]
            [Entitlement("f")]
            [Entitlement("unlisted", Purpose = Purpose.Permission)]
            [Grantable("a", typeof(Users))]
            [Grantable("b", typeof(Users))]
            [Grantable("c", typeof(Users))]
            [Grantable("d", typeof(Users))]
            [Grantable("e", typeof(Users))]
            [Grantable("f", typeof(Users))]
            [Grantable("unlisted", typeof(Users))]
            public sealed partial class Boxes
            {
                public IEnumerable<Box> ListAsync() => [new("x"), new("y")];

                static RoleBuilder Map(Box b, RoleBuilder r) => r.Id(b.Id);

                [Grants("a")]
                public IEnumerable<Grantee> Owners(Box box) => [Grantee.User<Users>("a-" + box.Id)];

                [Grants("b")]
                public async IAsyncEnumerable<Grantee> B(ResourceKey box, [EnumeratorCancellation] CancellationToken ct)
                {
                    await Task.Yield();
                    ct.ThrowIfCancellationRequested();
                    yield return Grantee.User<Users>("b-" + box.Id).Immutable();
                }

                [Grants("c")]
                public static Task<Page<Grantee>> C(string? cursor, ResourceKey<Boxes> box, CancellationToken ct) =>
                    Task.FromResult(new Page<Grantee>([Grantee.User<Users>("c-" + box.Id + cursor)], cursor is null ? "2" : null));

                [Grants("d")]
                public static async IAsyncEnumerable<ResourceGrant> D([EnumeratorCancellation] CancellationToken ct)
                {
                    await Task.Yield();
                    ct.ThrowIfCancellationRequested();
                    yield return Grantee.User<Users>("d").On("x");
                    yield return Grantee.User<Users>("d").On("y");
                }

                [Grants("e")]
                public IEnumerable<ResourceGrant> E() => [Grantee.User<Users>("e").On("x")];

                [Grants("f")]
                public Task<Page<ResourceGrant, long>> F(long? cursor) => Task.FromResult<Page<ResourceGrant, long>>(
                    cursor is { } from ? new([Grantee.User<Users>("f" + from).On("y")]) : new([], long.MinValue));

                [Grant("a"), Grant("b")]
                public async Task<GrantOutcome> GiveAsync(Principal who, ResourceKey box, CancellationToken ct)
                {
                    await Task.Yield();
                    ct.ThrowIfCancellationRequested();
                    return who.Id == "old" ? GrantOutcome.AlreadyGranted : GrantOutcome.Replaced($"{box}:{who}");
                }

                [Revoke("a"), Revoke("b")]
                public async Task<RevokeOutcome> TakeAsync(Principal who, ResourceKey<Boxes> box)
                {
                    await Task.Yield();
                    return who.Id == "old" && box.Id.Length > 0 ? RevokeOutcome.AlreadyRevoked : RevokeOutcome.Revoked;
                }

                [Grant("c")]
                public static Task GiveAsync(Principal who, ResourceKey<Boxes> box) => Task.CompletedTask;

                [Revoke("c")]
                static Task TakeAwayAsync(ResourceKey box, Principal who, CancellationToken ct) => throw ConnectorException.NotFound(box.Id + who.Id);
            }
        }
        """;
}
