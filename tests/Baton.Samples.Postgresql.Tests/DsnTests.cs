using BatonPostgresql.Server;
using Npgsql;

namespace Baton.Samples.Postgresql.Tests;

public sealed class DsnTests
{
    [Theory]
    [InlineData("postgres://ann@db.example.com", "db.example.com", 5432, "ann", null, "ann")]
    [InlineData("postgresql://ann:a%40%2F%3Ab@db.example.com:6543/sales%20eu?sslmode=verify-full", "db.example.com", 6543, "ann", "a@/:b", "sales eu")]
    [InlineData("postgres://ann:p@ss:word@[::1]:5433/db", "::1", 5433, "ann", "p@ss:word", "db")]
    [InlineData("postgres:///db?host=%2Frun%2Fpostgresql&user=ann", "/run/postgresql", 5432, "ann", null, "db")]
    [InlineData(@"host = localhost user='ann b' password='it\'s \\ here' dbname=x", "localhost", 5432, "ann b", @"it's \ here", "x")]
    public void Both_forms_are_read(string dsn, string host, int port, string user, string? password, string database)
    {
        var settings = Dsn.Parse(dsn);
        Assert.Equal((host, port, user, password, database), (settings.Host, settings.Port, settings.Username, settings.Password, settings.Database));
    }

    [Fact]
    public void Encryption_is_as_wished() => Assert.Equal(SslMode.VerifyFull, Dsn.Parse("postgres://a@b/c?sslmode=verify-full&sslrootcert=/ca.pem").SslMode);

    [Theory]
    [InlineData("", "it names no user")]
    [InlineData("postgres://db.example.com/x", "it names no user")]
    [InlineData("secret", "neither a URL")]
    [InlineData("postgres://a:secret@b:port/x", "the value of \"port\" is not a number")]
    [InlineData("postgres://a:secret@b,c/x", "several hosts")]
    [InlineData("postgres://a:secret@b/x?sslmode=secret", "the value of \"sslmode\"")]
    [InlineData("postgres://a:secret@b/x?target_session_attrs=any", "the parameter \"target_session_attrs\"")]
    [InlineData("user='secret", "no closing quote")]
    public void What_is_wrong_is_named_without_its_value(string dsn, string message)
    {
        var failure = Assert.Throws<ConnectorException>(() => Dsn.Parse(dsn));
        Assert.Equal(ErrorCode.InvalidArgument, failure.Code);
        Assert.Contains(message, failure.Message);
        Assert.DoesNotContain("secret", failure.Message);
    }
}
