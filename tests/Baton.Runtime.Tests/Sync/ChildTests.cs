using Baton.Protocol.Connector.V2;

namespace Baton.Runtime.Tests.Sync;

/// <summary>Resources that are listed under others.</summary>
public sealed class ChildTests : SyncTest
{
    static FakeSyncer Under(CompilerServices.ResourceTypeDefinition type, Func<ResourceKey, IEnumerable<string>> children, List<ResourceKey>? asked = null) => new(type)
    {
        AtRoot = false,
        All = (parent, _) =>
        {
            asked?.Add(parent!);
            return children(parent!).Select(static id => new Item(id)).ToAsyncEnumerable();
        },
    };

    [Fact]
    public async Task Grandchildren_are_found_and_every_parent_is_asked_once()
    {
        var asked = new List<ResourceKey>();
        await SyncAsync(
            // Delivered twice, as some sources do between pages.
            new FakeSyncer(Orgs.Definition) { Items = [new("a"), new("b"), new("a")] },
            Under(Projects.Definition, static org => [$"{org.Id}1", $"{org.Id}2"], asked),
            Under(Teams.Definition, static project => [$"{project.Id}-t"], asked));
        var content = await ReadAsync();
        Assert.Equal(
            [
                "org:a", "org:b", "project:a1", "project:a2", "project:b1", "project:b2",
                "team:a1-t", "team:a2-t", "team:b1-t", "team:b2-t",
            ],
            content.ResourceIds);
        Assert.Equal(["org:a", "org:b", "project:a1", "project:a2", "project:b1", "project:b2"], asked.Select(static k => k.ToString()).Order());
        Assert.Equal("project", content.Resource("team", "a1-t").ParentResourceId.ResourceType);
        Assert.Equal("a1", content.Resource("team", "a1-t").ParentResourceId.Resource);
        Assert.Equal(new ResourceKey("org", "a"), asked.First(static k => k.Id == "a1").Parent);
    }

    [Fact]
    public async Task Parents_name_their_child_types()
    {
        await SyncAsync(
            new FakeSyncer(Orgs.Definition) { Items = [new("a")] },
            Under(Projects.Definition, static _ => ["p"]),
            Under(Teams.Definition, static _ => ["t"]));
        var content = await ReadAsync();
        Assert.Equal("project", Child(content.Resource("org", "a")));
        Assert.Equal("team", Child(content.Resource("project", "p")));
        Assert.Empty(content.Resource("team", "t").Annotations);

        static string Child(Resource parent) => Assert.Single(parent.Annotations).Unpack<ChildResourceType>().ResourceTypeId;
    }

    [Fact]
    public async Task Child_types_outside_the_filter_are_neither_listed_nor_named()
    {
        var asked = new List<ResourceKey>();
        await SyncAsync(
            Options with { ResourceTypes = ["org"] },
            new FakeSyncer(Orgs.Definition) { Items = [new("a")] },
            Under(Projects.Definition, static _ => ["p"], asked));
        Assert.Empty(asked);
        Assert.Empty((await ReadAsync()).Resource("org", "a").Annotations);
    }

    [Fact]
    public async Task A_type_whose_parents_are_outside_the_filter_is_a_warning()
    {
        var summary = await SyncAsync(
            Options with { ResourceTypes = ["project"] },
            new FakeSyncer(Orgs.Definition) { Items = [new("a")] },
            Under(Projects.Definition, static _ => ["p"]));
        Assert.Contains("\"project\" is listed only under types that this sync does not store", Assert.Single(summary.Warnings).Text);
        Assert.Empty((await ReadAsync()).Resources);
    }

    [Fact]
    public async Task A_tree_of_one_type_ends_by_itself()
    {
        var asked = new List<ResourceKey>();
        await SyncAsync(new FakeSyncer(Folders.Definition)
        {
            All = (parent, _) =>
            {
                if (parent is not null)
                    asked.Add(parent);
                IEnumerable<string> ids = parent is null ? ["0"] : parent.Id.Length < 5 ? [parent.Id + "0", parent.Id + "1"] : [];
                return ids.Select(static id => new Item(id)).ToAsyncEnumerable();
            },
        });
        Assert.Equal(31, (await ReadAsync()).Resources.Count);
        Assert.Equal(31, asked.Distinct().Count());
        Assert.Equal(31, asked.Count);
    }

    [Fact]
    public async Task A_loop_of_resources_ends_by_itself()
    {
        var asked = new List<ResourceKey>();
        await SyncAsync(
            new FakeSyncer(Odds.Definition)
            {
                All = (parent, _) =>
                {
                    asked.Add(parent ?? new("", ""));
                    return (parent is null ? ["1"] : Below(parent)).Select(static id => new Item(id)).ToAsyncEnumerable();
                },
            },
            Under(Evens.Definition, Below, asked));
        Assert.Equal(["even:2", "even:4", "odd:1", "odd:3", "odd:5"], (await ReadAsync()).ResourceIds);
        Assert.Equal(6, asked.Count);

        // 1 > 2 > 3 > 4 > 5 > 2: the last one is there already
        static string[] Below(ResourceKey parent) => parent.Id == "5" ? ["2"] : [$"{int.Parse(parent.Id) + 1}"];
    }

    [Fact]
    public async Task More_parents_than_are_planned_at_once()
    {
        var summary = await SyncAsync(
            new FakeSyncer(Orgs.Definition) { Items = Item.Numbered("o", 1234) },
            Under(Projects.Definition, static org => [org.Id + "p"]),
            Under(Teams.Definition, static project => [project.Id + "t"]));
        Assert.Equal([1234, 1234, 1234], summary.ResourceTypes.Select(static t => t.Stored.Resources));
    }
}
