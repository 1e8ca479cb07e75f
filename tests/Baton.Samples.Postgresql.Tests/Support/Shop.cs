namespace Baton.Samples.Postgresql.Tests.Support;

/// <summary>The database of a small company, with something of everything.</summary>
public sealed class Shop(PostgresqlInstance server) : IAsyncLifetime
{
    public const string Database = "shop";

    public async ValueTask InitializeAsync()
    {
        await server.ExecuteAsync(
            """
            CREATE ROLE shop_staff; CREATE ROLE shop_readers; CREATE ROLE shop_owner;
            CREATE ROLE shop_ann LOGIN CREATEDB VALID UNTIL 'infinity'; CREATE ROLE shop_bob LOGIN NOINHERIT VALID UNTIL '2001-02-03 04:05Z';
            CREATE ROLE shop_root LOGIN SUPERUSER CONNECTION LIMIT 0;
            COMMENT ON ROLE shop_ann IS 'Ann of the shop';
            GRANT shop_readers TO shop_staff; GRANT shop_staff TO shop_ann WITH ADMIN OPTION; GRANT shop_staff TO shop_bob
            """);
        await server.ExecuteAsync($"CREATE DATABASE {Database} OWNER shop_owner");
        await server.ExecuteAsync($"REVOKE ALL ON DATABASE {Database} FROM PUBLIC; GRANT CONNECT ON DATABASE {Database} TO shop_staff");
        await server.ExecuteAsync(
            """
            CREATE SCHEMA sales AUTHORIZATION shop_owner; GRANT USAGE ON SCHEMA sales TO shop_readers;
            SET ROLE shop_owner;
            CREATE TABLE sales.orders (id int); CREATE VIEW sales.recent AS SELECT * FROM sales.orders; CREATE MATERIALIZED VIEW sales.totals AS SELECT 1 AS n;
            CREATE TABLE sales.parts (id int) PARTITION BY RANGE (id); CREATE TABLE sales.parts_1 PARTITION OF sales.parts FOR VALUES FROM (1) TO (2);
            CREATE TABLE sales.nobody (id int); REVOKE ALL ON sales.nobody FROM shop_owner; ALTER TABLE sales.nobody ENABLE ROW LEVEL SECURITY;
            GRANT SELECT ON sales.orders TO shop_readers WITH GRANT OPTION; GRANT INSERT, UPDATE ON sales.orders TO shop_ann; GRANT SELECT ON sales.recent TO PUBLIC;
            SET ROLE shop_readers; GRANT SELECT ON sales.orders TO shop_ann
            """,
            Database);
    }

    public async ValueTask DisposeAsync()
    {
        await server.ExecuteAsync($"DROP DATABASE {Database}");
        await server.ExecuteAsync("DROP ROLE shop_staff, shop_readers, shop_owner, shop_ann, shop_bob, shop_root");
    }
}
