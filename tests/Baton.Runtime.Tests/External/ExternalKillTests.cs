using System.Diagnostics;
using System.Reflection;
using Baton.CompilerServices;
using Baton.Runtime.Tests.Sync;

namespace Baton.Runtime.Tests.External;

/// <summary>Processes that are killed while they take principals from another file; the next ones go on, until one ends.</summary>
public sealed class ExternalKillTests : SyncTest
{
    const int Principals = 4000;

    static readonly string Victim =
        typeof(ExternalKillTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static a => a.Key == "Victim").Value!;

    string Other => Path.Combine(Directory.CreateDirectory(Path.Combine(Temp, "..", "other")).FullName, "idp.c1z");

    [Fact]
    public async Task Killed_at_random_instants_the_rows_are_those_of_an_undisturbed_run()
    {
        await OtherAsync();
        var began = Stopwatch.GetTimestamp();
        Assert.Equal(0, await RunAsync(null));
        var duration = Stopwatch.GetElapsedTime(began);
        var expected = (await ReadAsync()).Rows;
        Assert.True(expected.Count > 2 * Principals);
        System.IO.File.Delete(File);
        var random = new Random(7);
        var killed = 0;
        for (var run = 0; run < 8; run++)
        {
            // The listings are short: most of the time goes into the stage.
            if (await RunAsync(duration * (0.3 + (0.6 * random.NextDouble()))) != 0)
            {
                killed++;
                continue;
            }
            Assert.Equal(expected, (await ReadAsync()).Rows);
            System.IO.File.Delete(File);
        }
        Assert.Equal(0, await RunAsync(null));
        Assert.True(killed > 0);
        Assert.Equal(expected, (await ReadAsync()).Rows);
    }

    /// <summary>Syncs, for a while or to the end.</summary>
    /// <returns>The exit code.</returns>
    async Task<int> RunAsync(TimeSpan? limit)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Victim, File, Temp, "2", "1", "20", "1000000", Other]) { RedirectStandardOutput = true })!;
        if (limit is { } time)
        {
            await Task.WhenAny(process.WaitForExitAsync(Stop), Task.Delay(time, Stop));
            process.Kill();
        }
        await process.WaitForExitAsync(Stop);
        return process.ExitCode;
    }

    Task OtherAsync() => SyncAsync(
        Options with { File = Other },
        new FakeSyncer(OtherUser.Definition) { Items = Item.Numbered("x", Principals) },
        new FakeSyncer(OtherGroup.Definition)
        {
            Items = Item.Numbered("x", 20),
            PerModel = { ["member"] = static g => [.. Enumerable.Range(0, 50).Select(i => Grantee.User<OtherUser>($"x{i}"))] },
        });

    sealed class OtherUser : IResourceType
    {
        public static ResourceTypeDefinition Definition { get; } = new() { Id = "other-user", DisplayName = "User", Traits = [Trait.User] };
    }

    sealed class OtherGroup : IResourceType
    {
        public static ResourceTypeDefinition Definition { get; } = new()
        {
            Id = "other-group",
            DisplayName = "Group",
            Traits = [Trait.Group],
            Entitlements = [new() { Slug = "member", GrantableTo = static () => [OtherUser.Definition] }],
        };
    }
}
