using FinalState = Baton.Protocol.Service.V1.BatonServiceFinishTaskRequest.FinalStateOneofCase;

namespace Baton.Service.Tests.EndToEnd;

/// <summary>C1 asks for a sync of a connector whose operator gave it the file of another system, here one that Go wrote.</summary>
public sealed class ExternalTaskTests : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("baton-other-");

    static string Other => Path.Combine(AppContext.BaseDirectory, "example-go.c1z");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Users_and_groups_of_the_other_system_are_in_what_is_uploaded()
    {
        await using var c1 = await Emulator.StartAsync();
        var expanded = c1.Enqueue(Tasks.Sync());
        var marked = c1.Enqueue(new() { SyncFull = new() { SkipExpandGrants = true } });
        await using var service = RunningService.Start(c1, "--people=1", $"--external-resource-c1z={Other}", "--guest=alice", "--guest-group=eng");
        await Task.WhenAll(expanded.Finished, marked.Finished).Soon();
        string[] asked = ["club:c1:member:group:eng", "club:c1:member:person:p1", "club:c1:member:user:alice"];
        Assert.Equal(asked, OfClub(await Uploaded.GrantIdsAsync(Assert.Single(marked.Uploads))));
        Assert.Equal([.. asked, "club:c1:member:user:bob"], OfClub(await Uploaded.GrantIdsAsync(Assert.Single(expanded.Uploads))));
        Assert.Equal(0, await service.StopAsync().Soon());
        Assert.Empty(c1.Violations);
        Assert.Empty(service.Files);
    }

    [Fact]
    public async Task The_operator_says_who_of_them_counts()
    {
        await using var c1 = await Emulator.StartAsync();
        var task = c1.Enqueue(Tasks.Sync());
        await using var service = RunningService.Start(
            c1, "--people=1", $"--external-resource-c1z={Other}", "--external-resource-traits=user", "--guest=alice", "--guest-group=eng");
        await task.Finished.Soon();
        Assert.Equal(
            ["club:c1:member:person:p1", "club:c1:member:user:alice"],
            OfClub(await Uploaded.GrantIdsAsync(Assert.Single(task.Uploads))));
    }

    [Fact]
    public async Task When_that_file_is_gone_the_task_fails_and_may_be_repeated()
    {
        var copy = Path.Combine(_folder.FullName, "idp.c1z");
        File.Copy(Other, copy);
        await using var c1 = await Emulator.StartAsync();
        await using var service = RunningService.Start(c1, $"--external-resource-c1z={copy}", "--guest=alice");
        await c1.Hello.Soon();
        File.Delete(copy);
        var finish = await c1.Enqueue(Tasks.Sync()).Finished.Soon();
        Assert.Equal(FinalState.Error, finish.FinalStateCase);
        Assert.Contains("idp.c1z", finish.Status.Message, StringComparison.Ordinal);
        Assert.False(finish.Error.NonRetryable);
        Assert.Empty(service.Files);
        File.Copy(Other, copy);
        var task = c1.Enqueue(Tasks.Sync());
        Assert.Equal(FinalState.Success, (await task.Finished.Soon()).FinalStateCase);
        Assert.Contains("club:c1:member:user:alice", await Uploaded.GrantIdsAsync(Assert.Single(task.Uploads)));
    }

    [Fact]
    public async Task A_file_that_is_not_there_at_the_start_ends_the_program()
    {
        await using var c1 = await Emulator.StartAsync();
        await using var service = RunningService.Start(c1, "--external-resource-c1z=gone.c1z");
        Assert.NotEqual(0, await service.Ended.Soon());
        Assert.Contains("the specified external resource c1z file does not exist: gone.c1z", service.Log, StringComparison.Ordinal);
    }

    static IEnumerable<string> OfClub(IEnumerable<string> ids) => ids.Where(static id => id.StartsWith("club:", StringComparison.Ordinal));
}
