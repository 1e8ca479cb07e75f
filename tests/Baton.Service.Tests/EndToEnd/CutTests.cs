namespace Baton.Service.Tests.EndToEnd;

/// <summary>A line that is cut while a task runs. <c>BATON_TEST_CUT</c> sets for how many seconds.</summary>
public sealed class CutTests
{
    static readonly TimeSpan Patience = Tasks.Patience + TimeSpan.FromSeconds(2 * Seconds);

    static int Seconds => Setting.Of("BATON_TEST_CUT", 1);

    public static TheoryData<Cut> Cuts
    {
        get
        {
            var all = new TheoryData<Cut>(Cut.Held, Cut.Reset);
            // Only pings tell that a connection is dead, and they take their time.
            if (Seconds >= 30)
                all.Add(Cut.Forgotten);
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Cuts))]
    public async Task A_sync_goes_on(Cut cut)
    {
        await using var c1 = await Emulator.StartAsync(new() { NextHeartbeat = TimeSpan.FromSeconds(1), Lease = TimeSpan.FromMinutes(10) });
        await using var line = new Line(c1.Host);
        var gate = $"{nameof(A_sync_goes_on)} {cut}";
        var task = c1.Enqueue(Tasks.Sync());
        await using var service = RunningService.Start(c1.ClientId, c1.ClientSecret, line.Host, $"--gate={gate}");
        await Gate.Of(gate).Reached.Soon();
        await CutAsync(line, cut);
        Gate.Of(gate).Open();
        Assert.NotNull((await task.Finished.WaitAsync(Patience)).Success);
        Assert.Equal((5, 1, 5), await Uploaded.CountAsync(Assert.Single(task.Uploads)));
        Assert.Single(task.Hosts);
        Assert.Empty(c1.Violations);
    }

    [Theory]
    [MemberData(nameof(Cuts))]
    public async Task An_upload_goes_on_or_begins_anew(Cut cut)
    {
        const int People = 4000;
        await using var c1 = await Emulator.StartAsync(new() { NextHeartbeat = TimeSpan.FromSeconds(1), Lease = TimeSpan.FromMinutes(10) });
        await using var line = new Line(c1.Host) { Slowness = TimeSpan.FromMilliseconds(10) };
        var task = c1.Enqueue(Tasks.Sync());
        await using var service = RunningService.Start(c1.ClientId, c1.ClientSecret, line.Host, $"--people={People}");
        await Wait.ForAsync(() => c1.Calls("UploadAsset") == 1);
        await CutAsync(line, cut);
        Assert.NotNull((await task.Finished.WaitAsync(Patience)).Success);
        // What was held back may arrive after it was given up and sent again.
        Assert.InRange(task.Uploads.Count, 1, c1.Calls("UploadAsset"));
        Assert.InRange(c1.Calls("UploadAsset"), 1, 2);
        foreach (var file in task.Uploads)
            Assert.Equal((People, 1, People), await Uploaded.CountAsync(file));
        Assert.Single(task.Hosts);
        Assert.Empty(c1.Violations);
    }

    static async Task CutAsync(Line line, Cut cut)
    {
        if (cut == Cut.Reset)
            line.Break();
        else
            line.GoDark();
        await Task.Delay(TimeSpan.FromSeconds(Seconds));
        line.Restore(forgets: cut == Cut.Forgotten);
    }
}

/// <summary>What becomes of what was on the line.</summary>
public enum Cut
{
    /// <summary>It comes late.</summary>
    Held,

    /// <summary>Both sides are told that it is lost.</summary>
    Reset,

    /// <summary>It is lost, as is all that follows on the same connection.</summary>
    Forgotten,
}
