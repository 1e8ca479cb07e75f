using Baton.Protocol.Connector.V2;

namespace Baton.C1Z.Tests;

/// <summary>What a second row with the same id changes, and what it leaves.</summary>
public sealed class UpsertTests : IDisposable
{
    readonly TestFolder _folder = new();
    readonly TestTime _time = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Resource_WithAnotherParent_ChangesOnlyTheData()
    {
        using var database = await WriteAsync(file =>
        {
            file.Put(Sample.Resource("user", "ann", Sample.Key("org", "one")), Sample.Resource("user", "ben"));
            _time.Advance(TimeSpan.FromMinutes(1));
            file.Put(Sample.Resource("user", "ann", Sample.Key("org", "two")));
        });
        var row = database.Rows("SELECT id, parent_resource_type_id, parent_resource_id, discovered_at, data FROM v1_resources ORDER BY id")[0];
        Assert.Equal([1L, "org", "one", "2026-03-01 07:00:00"], row[..4]);
        Assert.Equal(Sample.Key("org", "two"), Resource.Parser.ParseFrom(Blob(row[4])).ParentResourceId);
        Assert.Equal([null, null], database.Rows("SELECT parent_resource_type_id, parent_resource_id FROM v1_resources ORDER BY id")[1]);
    }

    [Fact]
    public async Task ResourceTypeAndEntitlement_Again_ChangeOnlyTheData()
    {
        var moved = Sample.Entitlement("group", "eng", "member");
        moved.Resource.Id.Resource = "ops";
        moved.Description = "changed";
        using var database = await WriteAsync(file =>
        {
            file.Put(Sample.Type("user"));
            file.Put(Sample.Entitlement("group", "eng", "member"));
            _time.Advance(TimeSpan.FromSeconds(1.5));
            file.Put(new ResourceType { Id = "user", DisplayName = "changed" });
            file.Put(moved);
        });
        Assert.Equal(
            ["2026-03-01 07:00:00", Blob(new ResourceType { Id = "user", DisplayName = "changed" })],
            Assert.Single(database.Rows("SELECT discovered_at, data FROM v1_resource_types")));
        Assert.Equal(
            ["2026-03-01 07:00:00", "eng", Blob(moved)],
            Assert.Single(database.Rows("SELECT discovered_at, resource_id, data FROM v1_entitlements")));
    }

    /// <summary>Many are added by one statement, which leaves out those that are there: in the end all are as if each had come alone.</summary>
    [Theory]
    [InlineData(1, 60)]
    [InlineData(2, 60)]
    [InlineData(3, 1000)]
    [InlineData(4, 20)]
    [InlineData(5, 3)]
    public async Task NewAndKnownRows_InBatchesOfAnySize_AreAddedAndChangedInTurn(int seed, int ids)
    {
        var random = new Random(seed);
        var expected = new Dictionary<string, string>();
        var order = new List<string>();
        var member = Sample.Entitlement("role", "admin", "member");
        using var database = await WriteAsync(file =>
        {
            file.PutExpanded(Sample.Grant(member, "user", "first")); // from here on ids of grants are looked at
            for (var turn = 0; turn < 12; turn++)
            {
                var batch = Enumerable.Range(0, random.Next(1, 70)).Select(i => (Id: $"i{random.Next(ids)}", Text: $"turn {turn}, row {i}")).ToList();
                file.Put([.. batch.Select(row => new ResourceType { Id = row.Id, DisplayName = row.Text })]);
                file.Put([.. batch.Select(row => new Resource { Id = Sample.Key("user", row.Id), DisplayName = row.Text })]);
                file.Put([.. batch.Select(row => new Entitlement { Id = row.Id, Resource = Sample.Resource("role", "admin"), DisplayName = row.Text })]);
                file.Put([.. batch.Select(row =>
                {
                    var grant = Sample.Grant(member, "user", row.Id);
                    grant.Principal.DisplayName = row.Text;
                    return grant;
                })]);
                order.AddRange(batch.Select(row => row.Id).Where(id => !expected.ContainsKey(id)).Distinct());
                foreach (var (id, text) in batch)
                    expected[id] = text;
            }
        });
        var rows = order.Select(id => (id, expected[id])).ToList();
        Assert.Equal(rows, Stored("v1_resource_types", ResourceType.Parser, type => (type.Id, type.DisplayName)));
        Assert.Equal(rows, Stored("v1_resources", Resource.Parser, resource => (resource.Id.Resource, resource.DisplayName)));
        Assert.Equal(rows, Stored("v1_entitlements", Entitlement.Parser, entitlement => (entitlement.Id, entitlement.DisplayName)));
        Assert.Equal(rows, Stored("v1_grants", Grant.Parser, grant => (grant.Principal.Id.Resource, grant.Principal.DisplayName)).Skip(1));

        IEnumerable<(string, string)> Stored<T>(string table, Google.Protobuf.MessageParser<T> parser, Func<T, (string, string)> read)
            where T : Google.Protobuf.IMessage<T> => database.Rows($"SELECT data FROM {table} ORDER BY id").Select(row => read(parser.ParseFrom(Blob(row[0]))));
    }

    /// <summary>Expansion before and after ("" is none), needs_expansion before, and what it is then.</summary>
    [Theory]
    [InlineData("", "", 0, 0)]
    [InlineData("", "a", 0, 1)]
    [InlineData("a", "", 1, 0)]
    [InlineData("a", "b", 0, 1)]
    [InlineData("a", "b", 1, 1)]
    [InlineData("a", "a", 0, 0)]
    [InlineData("a", "a", 1, 1)]
    public async Task Grant_Again_FollowsTheExpansionRule(string before, string after, int needed, int expected)
    {
        var member = Sample.Entitlement("group", "eng", "member");
        var path = _folder.File("sync.c1z");
        await using (var file = await C1ZFile.OpenAsync(path, _folder.Options(_time), Sample.Cancel))
        {
            file.StartSync(SyncType.Full);
            file.Put(Sample.Grant(member, "group", "ops", Ids(before)));
            await file.SaveAsync(Sample.Cancel);
        }
        await Edit.SqlAsync(_folder, path, $"UPDATE v1_grants SET needs_expansion = {needed}");

        await using (var file = await C1ZFile.OpenAsync(path, _folder.Options(_time), Sample.Cancel))
        {
            file.ResumeSync(file.FindUnfinished(SyncType.Full)!.Id);
            file.Put(Sample.Grant(member, "group", "ops", Ids(after)));
            await file.SaveAsync(Sample.Cancel);
        }
        using var database = await RawDatabase.OfAsync(_folder, path);
        var row = Assert.Single(database.Rows("SELECT needs_expansion, typeof(expansion), expansion FROM v1_grants"));
        Assert.Equal((long)expected, row[0]);
        Assert.Equal(after == "" ? [null, "null"] : [Blob(new GrantExpandable { EntitlementIds = { after }, Shallow = true }), "blob"], [row[2], row[1]]);
    }

    [Fact]
    public async Task Grant_OfTheExpander_KeepsTheColumnsOfARowAndGivesANewOneNone()
    {
        var member = Sample.Entitlement("group", "eng", "member");
        var expanded = Sample.Grant(member, "group", "ops");
        expanded.Sources = new GrantSources { Sources = { ["b"] = new(), ["a"] = new() { IsDirect = true } } };
        using var database = await WriteAsync(file =>
        {
            file.Put(Sample.Grant(member, "group", "ops", "group:ops:member"));
            file.PutExpanded(expanded, Sample.Grant(member, "user", "new", "group:x:member"));
        });
        var rows = database.Rows("SELECT typeof(expansion), needs_expansion, data FROM v1_grants ORDER BY id");
        Assert.Equal(["blob", 1L], rows[0][..2]);
        Assert.Equal(expanded, Grant.Parser.ParseFrom(Blob(rows[0][2])));
        Assert.Equal(["null", 0L], rows[1][..2]);
    }

    [Fact]
    public async Task Grant_WithExpansion_MovesItOutOfTheData()
    {
        var member = Sample.Entitlement("group", "eng", "member");
        var grant = Sample.Grant(member, "group", "ops", "group:ops:member");
        grant.Annotations.Insert(0, Google.Protobuf.WellKnownTypes.Any.Pack(new GrantImmutable()));
        grant.Annotations.Add(Sample.Expandable("group:second:member"));
        var blank = Sample.Grant(member, "group", "blank", " \t");
        using var database = await WriteAsync(file => file.Put(grant, blank));

        Assert.Equal(3, grant.Annotations.Count);
        var rows = database.Rows("SELECT expansion, needs_expansion, data FROM v1_grants ORDER BY id");
        Assert.Equal([Blob(new GrantExpandable { EntitlementIds = { "group:ops:member" }, Shallow = true }), 1L], rows[0][..2]);
        Assert.Equal(GrantImmutable.Descriptor.FullName, Assert.Single(Grant.Parser.ParseFrom(Blob(rows[0][2])).Annotations).TypeUrl.Split('/')[1]);
        Assert.Equal([null, 0L], rows[1][..2]);
        Assert.Empty(Grant.Parser.ParseFrom(Blob(rows[1][2])).Annotations);
    }

    [Fact]
    public async Task Put_EmptyExpansionAndEmptyText_BecomeNullAndText()
    {
        using var database = await WriteAsync(file =>
        {
            using var batch = new RowBatch(RowKind.Grant);
            batch.BeginRow();
            for (var column = 0; column < 8; column++)
                batch.EndColumn();
            batch.EndRow();
            file.Put(batch);
        });
        Assert.Equal(
            ["null", 0L, "text", "text", "blob"],
            Assert.Single(database.Rows("SELECT typeof(expansion), needs_expansion, typeof(resource_id), typeof(external_id), typeof(data) FROM v1_grants")));
    }

    [Fact]
    public async Task Put_NumericAndOddIds_StayText()
    {
        string[] ids = ["007", "1e3", "a\0b", "ünïcødé 🦊", "it's"];
        using var database = await WriteAsync(file => file.Put([.. ids.Select(id => Sample.Resource("user", id))]));
        Assert.Equal(ids.Select(id => "user:" + id.Replace("\0", "", StringComparison.Ordinal)), Hex(database));

        static IEnumerable<string> Hex(RawDatabase database) => database.Column("SELECT hex(external_id) FROM v1_resources ORDER BY id")
            .Select(hex => System.Text.Encoding.UTF8.GetString(Convert.FromHexString(hex!)).Replace("\0", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Put_SameIdInTwoSyncs_GivesTwoRows()
    {
        using var database = await WriteAsync(file =>
        {
            file.Put(Sample.Type("user"));
            file.EndSync();
            file.StartSync(SyncType.Full);
            file.Put(Sample.Type("user"));
        });
        Assert.Equal(2L, database.Scalar("SELECT count(DISTINCT sync_id) FROM v1_resource_types"));
    }

    static string[] Ids(string id) => id == "" ? [] : [id];

    static byte[] Blob(object? value) => Convert.FromHexString(((string)value!).Trim('[', ']'));

    static string Blob(Google.Protobuf.IMessage message) => $"[{Convert.ToHexString(Google.Protobuf.MessageExtensions.ToByteArray(message))}]";

    async Task<RawDatabase> WriteAsync(Action<C1ZFile> write)
    {
        var path = _folder.File("sync.c1z");
        await using (var file = await C1ZFile.OpenAsync(path, _folder.Options(_time), Sample.Cancel))
        {
            file.StartSync(SyncType.Full);
            write(file);
            await file.SaveAsync(Sample.Cancel);
        }
        return await RawDatabase.OfAsync(_folder, path);
    }
}
