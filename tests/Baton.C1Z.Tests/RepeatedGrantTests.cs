using Baton.Protocol.Connector.V2;

namespace Baton.C1Z.Tests;

/// <summary>Grants that are stored twice while the indices, which would notice, are not there yet.</summary>
public sealed class RepeatedGrantTests : IDisposable
{
    const int Many = 6000; // more than are stored with the indices in place

    readonly TestFolder _folder = new();
    readonly TestTime _time = new();

    string Target => _folder.File("sync.c1z");

    C1ZOptions Options => _folder.Options(_time) with { Recoverable = true };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_last_of_several_stays(bool inAFileThatHasGrants)
    {
        if (inAFileThatHasGrants)
            await WriteAsync(file => file.Put(Grants(Many, "before")));
        await WriteAsync(file =>
        {
            file.Put(Grants(Many, "first"));
            file.Put(Grants(Many / 2, "second"));
            file.Put(Grants(Many / 3, "third"));
        });
        using var database = await RawDatabase.OfAsync(_folder, Target);
        var rows = database.Rows("SELECT external_id, data FROM v1_grants WHERE sync_id = (SELECT sync_id FROM v1_sync_runs ORDER BY id DESC LIMIT 1)");
        Assert.Equal(Many, rows.Select(static row => row[0]).Distinct().Count());
        Assert.Equal(Many, rows.Count);
        Assert.Equal(
            [("first", Many / 2), ("second", (Many / 2) - (Many / 3)), ("third", Many / 3)],
            rows.GroupBy(static row => Name(row[1])).Select(static g => (g.Key, g.Count())).OrderBy(static g => g.Key, StringComparer.Ordinal));
        Assert.Equal(inAFileThatHasGrants ? 2L * Many : Many, database.Scalar("SELECT count(*) FROM v1_grants"));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(Many)]
    public async Task All_indices_are_there_in_the_end(int grants)
    {
        await WriteAsync(file => file.Put(Grants(grants, "name")));
        await WriteAsync(file => file.Put(Grants(grants, "name")));
        using var database = await RawDatabase.OfAsync(_folder, Target);
        Assert.Equal(7, database.Column("SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = 'v1_grants'").Count);
        Assert.Equal("ok", database.Scalar("PRAGMA integrity_check"));
    }

    [Fact]
    public async Task So_is_it_when_the_process_was_killed_in_between()
    {
        string id;
        await using (var file = await C1ZFile.OpenAsync(Target, Options, Sample.Cancel))
        {
            id = file.StartSync(SyncType.Full).Id;
            file.Put(Sample.Type("role"));
            file.Put(Grants(Many, "first"));
            file.Put(Grants(10, "second"));
            Assert.True(file.KeepWork());
        }
        await using (var file = await C1ZFile.OpenAsync(Target, Options, Sample.Cancel))
        {
            Assert.True(file.IsRecovered);
            file.ResumeSync(id);
            file.Put(Grants(5, "third"));
            Assert.Equal(Many, file.EndSync().Stats!.Grants);
            await file.SaveAsync(Sample.Cancel);
        }
        using var database = await RawDatabase.OfAsync(_folder, Target);
        var names = database.Column("SELECT data FROM v1_grants").GroupBy(Name).ToDictionary(static g => g.Key, static g => g.Count());
        Assert.Equal((Many - 10, 5, 5), (names["first"], names["second"], names["third"]));
    }

    [Fact]
    public async Task What_is_expanded_is_the_last_one()
    {
        var (team, all) = (Sample.Entitlement("group", "team", "member"), Sample.Entitlement("group", "all", "member"));
        await WriteAsync(file =>
        {
            file.Put(Sample.Type("user"), Sample.Type("group"));
            file.Put(Sample.Resource("group", "team"), Sample.Resource("group", "all"), Sample.Resource("group", "none"));
            file.Put(team, all, Sample.Entitlement("group", "none", "member"));
            file.Put(Grants(Many, "first"));
            file.Put(Sample.Grant(team, "user", "ann"), Sample.Grant(team, "user", "ann"));
            file.Put(Sample.Grant(all, "group", "team"), Sample.Grant(all, "group", "none", "group:none:member"));
            file.Put(Sample.Grant(all, "group", "team", team.Id), Sample.Grant(all, "group", "none"));
            using var expander = file.ExpandGrants(cancellationToken: Sample.Cancel);
            while (expander.Next(Sample.Cancel))
            {
            }
            Assert.Equal((1L, 1), (expander.Added, expander.Edges));
        });
        using var database = await RawDatabase.OfAsync(_folder, Target);
        Assert.Equal(
            ["group:all:member:group:none", "group:all:member:group:team", "group:all:member:user:ann"],
            database.Column("SELECT external_id FROM v1_grants WHERE entitlement_id = 'group:all:member' ORDER BY external_id"));
    }

    /// <summary>Many are stored by one statement, what is left over one by one.</summary>
    [Theory]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(35)]
    public async Task Each_row_has_its_own_columns(int count)
    {
        var member = Sample.Entitlement("role", "admin", "member");
        await WriteAsync(file => file.Put([.. Enumerable.Range(0, count).Select(i => i % 3 == 0
            ? Sample.Grant(member, "group", $"g{i}", $"group:g{i}:member")
            : Sample.Grant(member, "user", $"u{i}"))]));
        using var database = await RawDatabase.OfAsync(_folder, Target);
        var rows = database.Rows(
            "SELECT external_id, principal_resource_type_id, principal_resource_id, needs_expansion, expansion IS NOT NULL, sync_id, discovered_at FROM v1_grants ORDER BY id");
        var sync = database.Scalar("SELECT sync_id FROM v1_sync_runs");
        Assert.Equal(
            Enumerable.Range(0, count).Select(i => i % 3 == 0
                ? new object?[] { $"role:admin:member:group:g{i}", "group", $"g{i}", 1L, 1L, sync, "2026-03-01 07:00:00" }
                : [$"role:admin:member:user:u{i}", "user", $"u{i}", 0L, 0L, sync, "2026-03-01 07:00:00"]),
            rows);
    }

    static Grant[] Grants(int count, string name)
    {
        var member = Sample.Entitlement("role", "admin", "member");
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var grant = Sample.Grant(member, "user", $"u{i * 7919 % Many}");
            grant.Principal.DisplayName = name;
            return grant;
        })];
    }

    static string Name(object? blob) => Grant.Parser.ParseFrom(Convert.FromHexString(((string)blob!).Trim('[', ']'))).Principal.DisplayName;

    async Task WriteAsync(Action<C1ZFile> write)
    {
        await using var file = await C1ZFile.OpenAsync(Target, Options, Sample.Cancel);
        file.StartSync(SyncType.Full);
        write(file);
        file.EndSync();
        await file.SaveAsync(Sample.Cancel);
    }
}
