namespace Baton.Runtime.Tests.Sync;

/// <summary>
/// Disks that are full, read-only places, and places without permission, for syncs in processes of their own: each ends with an error that names the
/// file and what to do, the file is as it was, and nothing is left behind.
/// </summary>
public sealed class FailingPlaceTests : SyncTest
{
    string Place => Directory.CreateDirectory(Path.Combine(Temp, "..", "place")).FullName;

    (string, string)[] Places => [("PLACE", Path.GetFullPath(Place)), ("TEMP_DIR", Temp), ("BEFORE", File)];

    [Fact]
    public async Task A_full_disk_under_the_file_keeps_the_work_and_the_next_run_only_saves()
    {
        var (code, output, error) = await Shell.RunMountingAsync(
            """
            need mount -t tmpfs -o size=48k none "$PLACE"
            sync "$PLACE/s.c1z" "$TEMP_DIR" 1 > /dev/null || exit 1
            cp "$PLACE/s.c1z" "$BEFORE"
            sync "$PLACE/s.c1z" "$TEMP_DIR" 600
            echo "code $?"
            cmp "$PLACE/s.c1z" "$BEFORE" && echo intact
            ls -A "$PLACE"
            need mount -o remount,size=64m "$PLACE"
            sync "$PLACE/s.c1z" "$TEMP_DIR" 600
            """, Places, Stop);
        Assert.Equal((0, "begins\ncode 2\nintact\ns.c1z\nbegins\npages 0\n"), (code, output));
        Assert.Contains("place/s.c1z", error);
        Assert.Contains("no space left", error, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("1600k")] // while rows are stored
    [InlineData("5600k")] // there is room for the rows, and not for their indices
    public async Task A_full_disk_under_the_temp_directory_is_told_and_left_empty(string size)
    {
        var (code, output, error) = await Shell.RunMountingAsync(
            """
            need mount -t tmpfs -o size=$SIZE none "$TEMP_DIR"
            sync "$PLACE/s.c1z" "$TEMP_DIR" 1 > /dev/null || exit 1
            cp "$PLACE/s.c1z" "$BEFORE"
            sync "$PLACE/s.c1z" "$TEMP_DIR" 600
            echo "code $?"
            cmp "$PLACE/s.c1z" "$BEFORE" && echo intact
            ls -A "$PLACE" "$TEMP_DIR" | grep -v :
            """, [.. Places, ("SIZE", size)], Stop);
        Assert.Equal((0, "begins\ncode 2\nintact\ns.c1z\n"), (code, output.TrimEnd('\n') + "\n"));
        Assert.Contains("BATON_TMPDIR", error);
    }

    [Fact]
    public async Task A_read_only_place_is_found_out_before_the_source_is_asked()
    {
        var (code, output, error) = await Shell.RunMountingAsync(
            """
            sync "$PLACE/s.c1z" "$TEMP_DIR" 1 > /dev/null || exit 1
            cp "$PLACE/s.c1z" "$BEFORE"
            need mount --bind "$PLACE" "$PLACE"
            need mount -o remount,bind,ro "$PLACE"
            sync "$PLACE/s.c1z" "$TEMP_DIR" 600
            echo "code $?"
            cmp "$PLACE/s.c1z" "$BEFORE" && echo intact
            """, Places, Stop);
        Assert.Equal((0, "begins\ncode 2\nintact\n"), (code, output));
        AssertNamesTheFile(error);
        Assert.Contains("read-only file system", error, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_place_without_permission_is_found_out_before_the_source_is_asked()
    {
        var (code, output, error) = await Shell.RunOrdinaryAsync(
            """
            sync "$PLACE/s.c1z" "$TEMP_DIR" 1 > /dev/null || exit 1
            cp "$PLACE/s.c1z" "$BEFORE"
            chmod 555 "$PLACE"
            sync "$PLACE/s.c1z" "$TEMP_DIR" 600
            echo "code $?"
            chmod 755 "$PLACE"
            cmp "$PLACE/s.c1z" "$BEFORE" && echo intact
            ls -A "$PLACE"
            """, Places, Stop);
        Assert.Equal((0, "begins\ncode 2\nintact\ns.c1z\n"), (code, output));
        AssertNamesTheFile(error);
    }

    [Fact]
    public async Task A_temp_directory_without_permission_is_named()
    {
        var (code, output, error) = await Shell.RunOrdinaryAsync(
            """
            chmod 555 "$TEMP_DIR"
            sync "$PLACE/s.c1z" "$TEMP_DIR" 1
            echo "code $?"
            chmod 755 "$TEMP_DIR"
            ls -A "$PLACE"
            """, Places, Stop);
        Assert.Equal((0, "begins\ncode 2\n"), (code, output));
        Assert.Contains(Temp, error);
    }

    [Fact]
    public async Task A_read_only_root_with_one_writable_directory_is_enough()
    {
        var (code, output, error) = await Shell.RunMountingAsync(
            """
            need mount --bind "$PLACE" "$PLACE"
            need mount -o remount,bind,ro /
            touch "$TEMP_DIR/x" 2> /dev/null && exit 1
            sync "$PLACE/s.c1z" '' 40
            echo "code $?"
            ls -A "$PLACE"
            """, [.. Places, ("TMPDIR", Temp)], Stop);
        Assert.Equal((0, "code 0\ns.c1z\n", ""), (code, output[output.IndexOf("code", StringComparison.Ordinal)..], error));
        System.IO.File.Copy(Path.Combine(Place, "s.c1z"), File);
        Assert.Equal(400, (await ReadAsync()).Resources.Count(static r => r.Id.ResourceType == "user"));
    }

    static void AssertNamesTheFile(string error)
    {
        Assert.Contains("place/s.c1z", error);
        Assert.Contains("--file", error);
    }
}
