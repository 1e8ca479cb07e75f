using Baton.Protocol.Connector.V2;
using Baton.Samples.Postgresql.Tests.Support;

namespace Baton.Samples.Postgresql.Tests;

/// <summary>What each object and privilege of a small company becomes.</summary>
public sealed class SyncTests(PostgresqlInstance server) : IClassFixture<Shop>, IDisposable
{
    const string Database = Shop.Database;

    readonly ConnectorOf _connector = new(server, Database);

    public void Dispose() => _connector.Dispose();

    [Fact]
    public async Task Roles_are_accounts_and_groups()
    {
        var sync = await _connector.SyncAsync();
        sync.ShouldBeConsistent();
        Assert.Equal(await server.TextAsync("SELECT count(*) FROM pg_roles"), sync.ResourcesOf("role").Count.ToString());
        Assert.Equal(await server.TextAsync("SELECT oid::text FROM pg_roles WHERE rolname = 'shop_ann'"), sync.Id("role", "shop_ann"));
        Assert.Equal("Ann of the shop", sync.One("role", "shop_ann").Description);
        Assert.Equal(
            ["Human Enabled ", "Human Disabled password expired at 2001-02-03 04:05Z", "Human Disabled connection limit is 0", "Service Disabled cannot log in", "System Disabled cannot log in"],
            new[] { "shop_ann", "shop_bob", "shop_root", "shop_staff", "pg_monitor" }.Select(name => Account(sync.One("role", name))));
        Assert.Equal(("true", "false", "true", "-1"), (Profile("inherit"), Profile("superuser"), Profile("create_database"), Profile("connection_limit")));

        string Profile(string key) => sync.One("role", "shop_ann").Profile.Fields[key].ToString();
    }

    static string Account(Resource role)
    {
        var user = role.Annotations.Single(a => a.Is(UserTrait.Descriptor)).Unpack<UserTrait>();
        Assert.Equal(role.DisplayName, user.Login);
        return $"{user.AccountType} {role.Status.Status_} {role.Status.Details}";
    }

    [Fact]
    public async Task Memberships_say_who_can_become_whom_and_who_can_make_others_members()
    {
        var sync = await _connector.SyncAsync();
        Assert.Equal("(shop_bob) shop_staff", sync.Holders("role", "shop_readers", "member").Replace("(shop_ann) ", "", StringComparison.Ordinal));
        Assert.Equal("shop_bob", sync.Holders("role", "shop_staff", "member"));
        Assert.Equal("shop_ann", sync.Holders("role", "shop_staff", "admin"));
        var options = sync.Grants.Where(g => g.Entitlement.Resource.Id.Resource == sync.Id("role", "shop_staff")).ToDictionary(
            g => g.Principal.Id.Resource, g => g.Annotations.Single(a => a.Is(GrantMetadata.Descriptor)).Unpack<GrantMetadata>().Metadata.Fields["inherit"].StringValue);
        Assert.Equal(("true", "false"), (options[sync.Id("role", "shop_ann")], options[sync.Id("role", "shop_bob")]));
    }

    [Fact]
    public async Task Attributes_are_entitlements_of_the_server()
    {
        var sync = await _connector.SyncAsync();
        var cluster = Assert.Single(sync.ResourcesOf("cluster"));
        Assert.Equal("PostgreSQL " + await server.TextAsync("SELECT system_identifier FROM pg_control_system()"), cluster.DisplayName);
        Assert.Equal("postgres shop_root", sync.Holders("cluster", cluster.DisplayName, "superuser"));
        Assert.Equal("postgres shop_ann shop_bob shop_root", sync.Holders("cluster", cluster.DisplayName, "login"));
        Assert.Equal("postgres shop_ann", sync.Holders("cluster", cluster.DisplayName, "create-database"));
        Assert.Equal("postgres", sync.Holders("cluster", cluster.DisplayName, "bypass-rls"));
    }

    [Fact]
    public async Task Databases_are_all_there_and_what_new_ones_give_to_everybody_is_shown()
    {
        var sync = await _connector.SyncAsync();
        Assert.Equal("(shop_ann) (shop_bob) shop_owner shop_staff", sync.Holders("database", Database, "connect"));
        Assert.Equal("shop_owner*", sync.Holders("database", Database, "owner"));
        Assert.Equal("shop_owner", sync.Holders("database", Database, "create"));
        Assert.Equal("(shop_ann) (shop_bob) (shop_root) PUBLIC postgres", sync.Holders("database", "postgres", "connect"));
        Assert.Equal("postgres* shop_ann* shop_bob* shop_root*", sync.Holders("public", "PUBLIC", "member"));
        Assert.Equal(Status.Types.ResourceStatus.Disabled, sync.One("database", "template0").Status.Status_);
    }

    [Fact]
    public async Task Schemas_and_tables_have_the_privileges_of_their_lists()
    {
        var sync = await _connector.SyncAsync();
        Assert.Equal(["public", "sales"], sync.ResourcesOf("schema").Select(s => s.DisplayName).Order(StringComparer.Ordinal));
        Assert.Equal("(shop_ann) (shop_bob) (shop_staff) shop_owner shop_readers", sync.Holders("schema", "sales", "usage"));
        Assert.Equal(
            [
                "sales.nobody table", "sales.orders table", "sales.parts partitioned table", "sales.parts_1 table", "sales.recent view", "sales.totals materialized view",
            ],
            sync.ResourcesOf("table").Select(t => $"{t.DisplayName} {t.Profile.Fields["kind"].StringValue}").Order(StringComparer.Ordinal));
        Assert.All(sync.ResourcesOf("table").Concat(sync.ResourcesOf("schema")), r => Assert.Equal(sync.Id("database", Database), r.ParentResourceId.Resource));
        Assert.Equal("(shop_bob) (shop_staff) shop_ann shop_owner shop_readers", sync.Holders("table", "sales.orders", "select"));
        Assert.Equal("shop_ann shop_owner", sync.Holders("table", "sales.orders", "insert"));
        Assert.Equal("shop_owner", sync.Holders("table", "sales.orders", "truncate"));
        Assert.Equal("(postgres) (shop_ann) (shop_bob) (shop_root) PUBLIC shop_owner", sync.Holders("table", "sales.recent", "select"));
        Assert.Equal(("", "shop_owner*"), (sync.Holders("table", "sales.nobody", "select"), sync.Holders("table", "sales.nobody", "owner")));
        Assert.True(sync.One("table", "sales.nobody").Profile.Fields["row_security"].BoolValue);
        var passedOn = sync.Grants.Where(g => g.Entitlement.Id == $"table:{sync.Id("table", "sales.orders")}:select" && g.Annotations.Any(a => a.Is(GrantMetadata.Descriptor)));
        Assert.Contains(passedOn, g => g.Principal.Id.Resource == sync.Id("role", "shop_readers"));
    }

    [Fact]
    public async Task Settings_choose_databases_and_schemas()
    {
        var none = await _connector.SyncAsync("--schemas", "nothing");
        Assert.Empty(none.ResourcesOf("table").Concat(none.ResourcesOf("schema")));
        var catalog = await _connector.SyncAsync("--schemas", "pg_catalog,sales", "--skip-public-members");
        Assert.True(catalog.Has("table", "pg_catalog.pg_class") && catalog.Has("table", "sales.orders") && !catalog.Has("schema", "public"));
        Assert.Equal("PUBLIC shop_owner", catalog.Holders("table", "sales.recent", "select"));
        var other = await _connector.SyncAsync("--databases", "postgres");
        Assert.Equal([other.Id("database", "postgres")], other.ResourcesOf("schema").Select(s => s.ParentResourceId.Resource));
        var all = await _connector.SyncAsync("--sync-all-databases");
        Assert.Equal(["postgres", Database, "template1"], all.ResourcesOf("schema").Select(s => all.Resource("database", s.ParentResourceId.Resource).DisplayName).Distinct().Order(StringComparer.Ordinal));
        Assert.Contains("\"warning_count\":0", all.Log);
        var wrong = await _connector.RunAsync("--databases", "no such");
        Assert.Contains("--databases: there is no database \"no such\" on the server.", wrong.Log);
        Assert.Equal((int)ErrorCode.InvalidArgument, wrong.ExitCode);
    }

    [Fact]
    public async Task Nothing_is_changed_by_a_sync()
    {
        var before = server.Log.Length;
        await _connector.SyncAsync();
        var statements = server.Log[before..].Split('\n').Where(line => line.StartsWith("[baton-postgresql] LOG:", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(statements);
        // Each transaction is read-only before anything else happens in it.
        Assert.Equal(statements.Count(s => s.Contains("BEGIN", StringComparison.Ordinal)), statements.Count(s => s.Contains("SET TRANSACTION READ ONLY", StringComparison.Ordinal)));
        Assert.DoesNotContain(statements, s => s.Contains("GRANT", StringComparison.Ordinal) || s.Contains("ALTER", StringComparison.Ordinal) || s.Contains("CREATE", StringComparison.Ordinal));
    }
}
