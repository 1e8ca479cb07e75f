namespace Baton.Runtime.Tests.Sync;

/// <summary>The same resource from two listings that run side by side and say different things about it.</summary>
public sealed class ConflictTests : SyncTest
{
    [Theory]
    [InlineData("a", "b")]
    [InlineData("b", "a")]
    public async Task Of_two_answers_one_is_stored_and_never_a_mixture(string first, string second)
    {
        var isFirstDone = new TaskCompletionSource();
        await SyncAsync(
            Options with { Workers = 2 },
            new FakeSyncer(Orgs.Definition) { Items = [new("a"), new("b")] },
            new FakeSyncer(Projects.Definition)
            {
                AtRoot = false,
                Pages = async (org, cursor, stop) =>
                {
                    if (org!.Id == second)
                        await isFirstDone.Task.WaitAsync(stop);
                    else if (cursor is not null)
                        isFirstDone.SetResult();
                    return cursor is null ? new([new("shared", $"of {org.Id}")], "2") : new([]);
                },
            });
        var content = await ReadAsync();
        var project = Assert.Single(content.Resources, static r => r.Id.ResourceType == "project");
        Assert.Contains(project.ParentResourceId.Resource, new[] { first, second });
        Assert.Equal($"of {project.ParentResourceId.Resource}", project.DisplayName);
        var entitlement = Assert.Single(content.Entitlements);
        Assert.Equal($"of {entitlement.Resource.ParentResourceId.Resource}", entitlement.Resource.DisplayName);
    }
}
