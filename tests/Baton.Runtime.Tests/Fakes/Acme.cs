using System.Globalization;
using Baton.CompilerServices;

namespace Baton.Runtime.Tests;

/// <summary>
/// A source with listings of every shape: pages and enumerators, children of children, grants with the model, of a resource in pages, and of
/// a type in pages. What it holds depends on its size alone.
/// </summary>
/// <param name="size">How many orgs and groups there are; users are ten times as many.</param>
/// <param name="onPage">Runs before each page, and knows which it is; may throw.</param>
sealed class Acme(int size, Func<string, CancellationToken, ValueTask> onPage)
{
    internal ResourceSyncer[] Syncers() =>
    [
        new FakeSyncer(Users.Definition) { Pages = UsersAsync },
        new FakeSyncer(Orgs.Definition) { All = OrgsAsync },
        new FakeSyncer(Projects.Definition) { AtRoot = false, Pages = ProjectsAsync, ForType = { ["read"] = ReadersAsync } },
        new FakeSyncer(Teams.Definition) { AtRoot = false, All = TeamsAsync },
        new FakeSyncer(Groups.Definition)
        {
            Pages = GroupsAsync,
            PerModel = { ["owner"] = Owners },
            PerResource = { ["member"] = MembersAsync },
        },
    ];

    /// <summary>Lists numbered things in pages.</summary>
    async Task<Page<T>> PageAsync<T>(string call, string? cursor, int count, int perPage, Func<int, T> make, CancellationToken stop)
    {
        await onPage($"{call} {cursor ?? "0"}", stop);
        var at = cursor is null ? 0 : int.Parse(cursor, CultureInfo.InvariantCulture);
        var next = Math.Min(at + perPage, count);
        return new([.. Enumerable.Range(at, next - at).Select(make)], next < count ? next.ToString(CultureInfo.InvariantCulture) : null);
    }

    Task<Page<Item>> UsersAsync(ResourceKey? parent, string? cursor, CancellationToken stop) =>
        PageAsync("users", cursor, 10 * size, 15, static i => new Item($"u{i}", $"User {i}"), stop);

    async IAsyncEnumerable<Item> OrgsAsync(ResourceKey? parent, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        await onPage("orgs", stop);
        for (var i = 0; i < size; i++)
        {
            if (i == size / 2)
                await onPage("orgs, second half", stop);
            yield return new($"o{i}");
        }
    }

    Task<Page<Item>> ProjectsAsync(ResourceKey? org, string? cursor, CancellationToken stop) =>
        PageAsync($"projects of {org!.Id}", cursor, 3, 2, i => new Item($"{org.Id}/p{i}"), stop);

    async IAsyncEnumerable<Item> TeamsAsync(ResourceKey? project, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        await onPage($"teams of {project!.Id}", stop);
        yield return new($"{project.Id}/t");
    }

    Task<Page<ResourceGrant>> ReadersAsync(string? cursor, CancellationToken stop) => PageAsync(
        "readers", cursor, 3 * size, 4, i => Grantee.User<Users>($"u{i * 7 % (10 * size)}").On($"o{i / 3}/p{i % 3}"), stop);

    Task<Page<Item>> GroupsAsync(ResourceKey? parent, string? cursor, CancellationToken stop) =>
        PageAsync("groups", cursor, size, 3, static i => new Item($"g{i}", $"Group {i}"), stop);

    IEnumerable<Grantee> Owners(Item group) => [Grantee.User<Users>("u" + group.Id[1..])];

    Task<Page<Grantee>> MembersAsync(ResourceKey group, string? cursor, CancellationToken stop)
    {
        var number = int.Parse(group.Id.AsSpan(1), CultureInfo.InvariantCulture);
        // Every fourth group has the group after it as a member.
        return PageAsync(
            $"members of {group.Id}", cursor, (number % 5) + 1, 2,
            i => i == 0 && number % 4 == 0 && number + 1 < size
                ? Grantee.Group<Groups>($"g{number + 1}").Expanding("member")
                : Grantee.User<Users>($"u{((number * 3) + i) % (10 * size)}"),
            stop);
    }
}
