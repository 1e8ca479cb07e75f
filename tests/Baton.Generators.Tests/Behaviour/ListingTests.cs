using Baton.Generators.Tests.Corpus;
using Baton.Generators.Tests.Infrastructure;

namespace Baton.Generators.Tests.Behaviour;

/// <summary>Generated listings: pages with every kind of cursor, and children.</summary>
public sealed class ListingTests
{
    static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("by-text", 3, "a", "c")]
    [InlineData("by-number", 4, "n0", "n1", "n2")]
    [InlineData("by-offset", 3, "o0", "o1", "o2")]
    public async Task Pages_Cursor_IsCarried(string type, int pages, params string[] ids)
    {
        using var loaded = LoadedConnector.OfTypes(Sources.Pages);
        using var services = loaded.Services();
        var syncer = loaded.Syncer(services, type);
        var output = new RecordingOutput();
        Assert.Equal(pages, await RecordingOutput.PagesAsync(token => syncer.ListAsync(null, token, output, Ct)));
        Assert.Equal(ids, output.Resources);
    }

    [Fact]
    public async Task Pages_RecordCursor_SurvivesItsTextForm()
    {
        using var loaded = LoadedConnector.OfTypes(Sources.Pages);
        using var services = loaded.Services();
        var syncer = loaded.Syncer(services, "by-record");
        var output = new RecordingOutput();
        Assert.Equal(2, await RecordingOutput.PagesAsync(token => syncer.ListAsync(null, token, output, Ct)));
        Assert.Equal(
            ["first", $"Where {{ After = ä\"\\, Until = , Page = {int.MinValue}, Offset = {long.MaxValue}, Deep = True, Score = 0.1 }}"], output.Resources);

        await RecordingOutput.PagesAsync(token => syncer.GrantsAsync("use", new("by-record", "r"), token, output, Ct));
        Assert.Equal(["r:use=by-text:r/s/"], output.Grants);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("99:[1]")]
    [InlineData("{}")]
    public async Task Pages_TokenOfAnotherVersion_IsRefusedByName(string token)
    {
        using var loaded = LoadedConnector.OfTypes(Sources.Pages);
        using var services = loaded.Services();
        var failure = await Assert.ThrowsAsync<ConnectorException>(
            async () => await loaded.Syncer(services, "by-record").ListAsync(null, token, new RecordingOutput(), Ct));
        Assert.Equal(ErrorCode.InvalidArgument, failure.Code);
    }

    [Fact]
    public async Task Children_AreListedUnderEachParentType()
    {
        using var loaded = LoadedConnector.OfTypes(Sources.Children);
        using var services = loaded.Services();
        var keys = loaded.Syncer(services, "key");
        var output = new RecordingOutput();
        Assert.False(keys.ListsAtRoot);
        Assert.Equal(["org", "team"], keys.Definition.Parents().Select(p => p.Id).Order());
        Assert.Equal(1, await RecordingOutput.PagesAsync(token => keys.ListAsync(new("org", "o1"), token, output, Ct)));
        Assert.Equal(2, await RecordingOutput.PagesAsync(token => keys.ListAsync(new("team", "t"), token, output, Ct)));
        Assert.Equal(["org:o1/org-key-o1", "team:t/t-first", "team:t/t-second"], output.Resources);

        var teams = loaded.Syncer(services, "team");
        Assert.True(teams.ListsAtRoot);
        output.Resources.Clear();
        await teams.ListAsync(null, "", output, Ct);
        await teams.ListAsync(new("org", "o2"), "", output, Ct);
        Assert.Equal(["t0", "org:o2/t-o2"], output.Resources);
    }
}
