namespace Baton.Service.Tests.Memory;

public sealed class FilePagesTests
{
    const string Code = "1000-3000 r-xp 00000000 fe:00 4711 /usr/bin/baton";

    [Theory]
    [InlineData(Code, 0, 0, true)]
    [InlineData("1000-3000 r--p 00000000 fe:00 4711                   /a folder/lib.so", 0, 0, true)]
    [InlineData(Code, 4, 0, false)]
    [InlineData(Code, 0, 4, false)]
    [InlineData("1000-3000 rw-p 00000000 fe:00 4711 /usr/bin/baton", 0, 0, false)]
    [InlineData("1000-3000 ---p 00000000 fe:00 4711 /usr/bin/baton", 0, 0, false)]
    [InlineData("1000-3000 r--p 00000000 00:00 0", 0, 0, false)]
    [InlineData("1000-3000 r-xp 00000000 00:00 0 [vdso]", 0, 0, false)]
    public void Only_what_is_as_in_the_file_is_let_go(string mapping, int anonymous, int swapped, bool isLetGo)
    {
        string[] lines =
        [
            "0500-0600 rw-p 00000000 00:00 0 [heap]", "Rss:                 312 kB", "Anonymous:             0 kB", "Swap:                  0 kB",
            mapping, "Rss:                 312 kB", $"Anonymous:             {anonymous} kB", $"Swap:                  {swapped} kB", "SwapPss:               0 kB", "VmFlags: rd ex",
        ];
        Assert.Equal(isLetGo ? [(0x1000, 0x2000)] : [], FilePages.CleanMappings(lines));
    }

    [Fact]
    public void The_program_goes_on_when_its_memory_is_let_go()
    {
        var before = typeof(FilePagesTests).Assembly.GetName().FullName;
        FilePages.Release();
        NativeHeap.Release();
        Assert.Equal(before, typeof(FilePagesTests).Assembly.GetName().FullName);
        if (OperatingSystem.IsLinux())
            Assert.NotEmpty(FilePages.CleanMappings(File.ReadAllLines("/proc/self/smaps")));
    }
}
