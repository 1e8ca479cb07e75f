using System.Text;

namespace Baton.C1Z.Tests;

public sealed class RowBatchTests
{
    [Fact]
    public void Indexer_RowsWithNullAndEmpty_GivesWhatWasWritten()
    {
        using var batch = new RowBatch(RowKind.Resource);
        for (var i = 0; i < 3; i++)
            AddResource(batch, $"id{i}");
        Assert.Equal(3, batch.Count);
        Assert.Equal("type:id1", Encoding.UTF8.GetString(batch[1, 1]));
        Assert.True(batch.IsNull(1, 2));
        Assert.True(batch[1, 2].IsEmpty);
        Assert.False(batch.IsNull(1, 3));
        Assert.True(batch[1, 3].IsEmpty);
        Assert.Equal("data id2", Encoding.UTF8.GetString(batch[2, 4]));
        Assert.Equal(3 * "typetype:id0data id0".Length, batch.ByteCount);
    }

    [Fact]
    public void DiscardRow_InTheMiddle_LeavesNoTrace()
    {
        using var batch = new RowBatch(RowKind.Resource);
        AddResource(batch, "a");
        batch.BeginRow();
        batch.Writer.Utf8("half");
        batch.EndColumn();
        batch.Writer.Utf8("of a column");
        batch.DiscardRow();
        batch.DiscardRow();
        AddResource(batch, "b");
        Assert.Equal(2, batch.Count);
        Assert.Equal("type:b", Encoding.UTF8.GetString(batch[1, 1]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    public void Truncate_WithARowBegun_LeavesTheFirstRows(int count)
    {
        using var batch = new RowBatch(RowKind.Resource);
        for (var i = 0; i < 3; i++)
            AddResource(batch, $"id{i}");
        batch.BeginRow();
        batch.Writer.Utf8("half");
        batch.Truncate(count);
        count = Math.Min(count, 3);
        Assert.Equal((count, count * "typetype:id0data id0".Length), (batch.Count, batch.ByteCount));
        AddResource(batch, "z");
        Assert.Equal("type:z", Encoding.UTF8.GetString(batch[count, 1]));
        if (count > 0)
            Assert.Equal("type:id0", Encoding.UTF8.GetString(batch[0, 1]));
    }

    [Fact]
    public void EndRow_WrongColumns_Throws()
    {
        using var batch = new RowBatch(RowKind.ResourceType);
        batch.BeginRow();
        batch.Writer.Utf8("user");
        batch.EndColumn();
        Assert.Throws<InvalidOperationException>(batch.EndRow);
        batch.EndColumn();
        batch.Writer.Utf8("behind");
        Assert.Throws<InvalidOperationException>(batch.EndRow);
        Assert.Throws<InvalidOperationException>(batch.BeginRow);
        batch.DiscardRow();
        Assert.Throws<InvalidOperationException>(batch.EndColumn);
        Assert.Throws<InvalidOperationException>(batch.EndRow);
        Assert.Equal(0, batch.Count);
    }

    [Fact]
    public void Clear_ThenReused_HoldsOnlyTheNewRows()
    {
        using var batch = new RowBatch(RowKind.Resource);
        AddResource(batch, "a");
        batch.Clear();
        Assert.Equal((0, 0), (batch.Count, batch.ByteCount));
        AddResource(batch, "b");
        Assert.Equal("type:b", Encoding.UTF8.GetString(batch[0, 1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => batch.IsNull(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => batch.IsNull(0, 5));
    }

    [Fact]
    public void Add_WrongKind_Throws()
    {
        using var batch = new RowBatch(RowKind.Grant);
        Assert.Throws<ArgumentException>(() => batch.Add(Sample.Type("user")));
    }

    static void AddResource(RowBatch batch, string id)
    {
        batch.BeginRow();
        batch.Writer.Utf8("type");
        batch.EndColumn();
        batch.Writer.Utf8("type:" + id);
        batch.EndColumn();
        batch.NullColumn();
        batch.EndColumn();
        batch.Writer.Utf8("data " + id);
        batch.EndColumn();
        batch.EndRow();
    }
}
