using Baton.Sync;

namespace Baton.Runtime.Tests.Sync;

public sealed class BidTests
{
    [Theory]
    [InlineData("bid:r:user/u1", "user", "u1", null, null)]
    [InlineData("bid:r:org/o/project/p", "project", "p", "org", "o")]
    [InlineData(@"bid:r:user/a\/b\:c\\d", "user", @"a/b:c\d", null, null)]
    [InlineData("bid:r:user/ü 🧸", "user", "ü 🧸", null, null)]
    public void Ids_are_read_and_written(string bid, string type, string id, string? parentType, string? parentId)
    {
        var parent = parentType is null ? null : new ResourceKey(parentType, parentId!);
        Assert.Equal(new ResourceKey(type, id) { Parent = parent }, ResourceBid.Parse(bid));
        Assert.Equal(bid, ResourceBid.Format(new(type, id) { Parent = parent }));
    }

    [Theory]
    [InlineData("", "begin")]
    [InlineData("user/u", "begin")]
    [InlineData("bid:e:user/u:x", "begin")]
    [InlineData("bid:r:", "empty")]
    [InlineData("bid:r:user", "1 parts")]
    [InlineData("bid:r:user/", "empty")]
    [InlineData("bid:r:/u", "empty")]
    [InlineData("bid:r:org/o/user", "3 parts")]
    [InlineData("bid:r:a/b/c/d/e", "5 parts")]
    [InlineData(@"bid:r:user/u\", "backslash")]
    [InlineData(@"bid:r:user/\u", "backslash")]
    [InlineData("bid:r:user/u:member", "colon")]
    public void What_is_none_is_refused(string bid, string why)
    {
        var failure = Assert.Throws<ConnectorException>(() => ResourceBid.Parse(bid));
        Assert.Equal(ErrorCode.InvalidArgument, failure.Code);
        Assert.Contains(why, failure.Message);
    }

    [Fact]
    public void Any_id_comes_back()
    {
        var random = new Random(17);
        string Part() => new([.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => @"ab/\:🧸 "[random.Next(8)])]);
        for (var i = 0; i < 10_000; i++)
        {
            var key = new ResourceKey(Part(), Part()) { Parent = random.Next(2) == 0 ? null : new(Part(), Part()) };
            Assert.Equal(key, ResourceBid.Parse(ResourceBid.Format(key)));
        }
    }
}
