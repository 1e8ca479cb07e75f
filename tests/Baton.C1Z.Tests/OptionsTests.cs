namespace Baton.C1Z.Tests;

/// <summary>The environment variables, and what they win over.</summary>
public sealed class OptionsTests
{
    const long MiB = 1 << 20;

    [Fact]
    public void FromEnvironment_NothingSet_GivesTheDefaults()
    {
        var options = Read();
        Assert.Equal(10L << 30, options.MaxDecodedBytes);
        Assert.Equal(128 * MiB, options.MaxWindowBytes);
        Assert.True(options.CheckDeclaredSize);
        Assert.Null(options.KeepSyncCount);
        Assert.False(options.SkipCleanup);
        Assert.Null(options.TempDirectory);
    }

    [Fact]
    public void FromEnvironment_DecoderLimits_WinOverTheProgram()
    {
        var program = new C1ZOptions { MaxDecodedBytes = 1, MaxWindowBytes = 2 };
        var options = Read(program, ("BATON_DECODER_MAX_DECODED_SIZE_MB", "3"), ("BATON_DECODER_MAX_MEMORY_MB", "4"));
        Assert.Equal((3 * MiB, 4 * MiB), (options.MaxDecodedBytes, options.MaxWindowBytes));
        Assert.Equal((1L, 2L), (Read(program).MaxDecodedBytes, Read(program).MaxWindowBytes));
    }

    [Theory]
    [InlineData("")]
    [InlineData("many")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData(" 1")]
    [InlineData("1.5")]
    [InlineData("99999999999999999999")]
    public void FromEnvironment_LimitThatIsNoNumber_IsIgnored(string value) =>
        Assert.Equal(128 * MiB, Read(null, ("BATON_DECODER_MAX_MEMORY_MB", value)).MaxWindowBytes);

    [Theory]
    [InlineData("BATON_DECODER_MAX_MEMORY_MB")]
    [InlineData("BATON_DECODER_MAX_DECODED_SIZE_MB")]
    public void FromEnvironment_LimitOfZero_IsAnError(string name)
    {
        var e = Assert.Throws<C1ZException>(() => Read(null, (name, "0")));
        Assert.Equal(C1ZError.Configuration, e.Error);
        Assert.Contains($"{name} must be at least 1", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FromEnvironment_HugeLimit_DoesNotOverflow() =>
        Assert.True(Read(null, ("BATON_DECODER_MAX_DECODED_SIZE_MB", "18446744073709551615")).MaxDecodedBytes > 1L << 62);

    [Theory]
    [InlineData("5", null, 5)]
    [InlineData("5", 0, 5)]
    [InlineData("5", 3, 3)]
    [InlineData("0", null, null)]
    [InlineData("-5", null, null)]
    [InlineData("x", null, null)]
    public void FromEnvironment_KeepSyncCount_ComesAfterTheProgram(string value, int? program, int? expected) =>
        Assert.Equal(expected, Read(new C1ZOptions { KeepSyncCount = program }, ("BATON_KEEP_SYNC_COUNT", value)).KeepSyncCount);

    [Theory]
    [InlineData("1", true)]
    [InlineData("t", true)]
    [InlineData("T", true)]
    [InlineData("true", true)]
    [InlineData("True", true)]
    [InlineData("TRUE", true)]
    [InlineData("tRUE", false)]
    [InlineData("yes", false)]
    [InlineData("0", false)]
    public void FromEnvironment_SkipCleanup_IsReadAsGoReadsIt(string value, bool expected) =>
        Assert.Equal(expected, Read(null, ("BATON_SKIP_CLEANUP", value)).SkipCleanup);

    [Fact]
    public void FromEnvironment_TempDirectory_ComesAfterTheProgram()
    {
        Assert.Equal("/env", Read(null, ("BATON_TMPDIR", "/env")).TempDirectory);
        Assert.Equal("/program", Read(new C1ZOptions { TempDirectory = "/program" }, ("BATON_TMPDIR", "/env")).TempDirectory);
        Assert.Null(Read(new C1ZOptions { TempDirectory = "" }, ("BATON_TMPDIR", "")).TempDirectory);
    }

    [Fact]
    public void FromEnvironment_DeclaredSizeCheck_CanBeTurnedOff() =>
        Assert.False(Read(null, ("BATON_DISABLE_FCS_FAIL_FAST", "1")).CheckDeclaredSize);

    static C1ZOptions Read(C1ZOptions? program = null, params (string Name, string Value)[] variables) =>
        C1ZOptions.FromEnvironment(program, name => variables.FirstOrDefault(variable => variable.Name == name).Value);
}
