using System.Globalization;
using Baton;
using Npgsql;

namespace BatonPostgresql.Server;

/// <summary>
/// Reads a DSN in the two forms that PostgreSQL's own programs take: <c>postgres://user:password@host:port/database?key=value</c> and
/// <c>host=… user=…</c>. What is wrong is named by its key: values may be secret.
/// </summary>
static class Dsn
{
    /// <summary>Reads a DSN.</summary>
    /// <exception cref="ConnectorException">It is none.</exception>
    public static NpgsqlConnectionStringBuilder Parse(string dsn)
    {
        var settings = new NpgsqlConnectionStringBuilder { ApplicationName = "baton-postgresql", Timeout = 15 };
        var isUrl = dsn.StartsWith("postgres://", StringComparison.Ordinal) || dsn.StartsWith("postgresql://", StringComparison.Ordinal);
        foreach (var (key, value) in isUrl ? OfUrl(dsn) : KeywordList.Parse(dsn))
            Set(settings, key, value);
        if (string.IsNullOrEmpty(settings.Host))
            settings.Host = "localhost";
        if (string.IsNullOrEmpty(settings.Username))
            throw Wrong("it names no user");
        if (string.IsNullOrEmpty(settings.Database))
            settings.Database = settings.Username;
        return settings;
    }

    // By hand, since System.Uri has its own idea of hosts, and must not decode what is not decoded yet.
    static IEnumerable<(string Key, string Value)> OfUrl(string dsn)
    {
        var rest = dsn[(dsn.IndexOf("//", StringComparison.Ordinal) + 2)..];
        var query = Cut(ref rest, rest.IndexOf('?'));
        var path = Cut(ref rest, rest.IndexOf('/'));
        var at = rest.LastIndexOf('@');
        if (at >= 0)
        {
            var login = rest[..at].Split(':', 2);
            yield return ("user", Decode(login[0]));
            if (login.Length > 1)
                yield return ("password", Decode(login[1]));
            rest = rest[(at + 1)..];
        }
        if (rest.Contains(',', StringComparison.Ordinal))
            throw Wrong("it names several hosts: name the primary one");
        var colon = rest.LastIndexOf(':');
        if (colon > rest.LastIndexOf(']'))
            yield return ("port", Cut(ref rest, colon));
        if (rest.Length > 0)
            yield return ("host", Decode(rest.Trim('[', ']')));
        if (path.Length > 0)
            yield return ("dbname", Decode(path));
        foreach (var pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);
            yield return parts.Length == 2 ? (Decode(parts[0]), Decode(parts[1])) : throw Wrong($"the parameter \"{parts[0]}\" has no value");
        }
    }

    // What follows the character at an index, which is cut off with it.
    static string Cut(ref string text, int at)
    {
        if (at < 0)
            return "";
        var tail = text[(at + 1)..];
        text = text[..at];
        return tail;
    }

    static string Decode(string text) => Uri.UnescapeDataString(text);

    static void Set(NpgsqlConnectionStringBuilder settings, string key, string value)
    {
        switch (key)
        {
            case "host": settings.Host = value; break;
            case "port": settings.Port = Number(key, value); break;
            case "user": settings.Username = value; break;
            case "password": settings.Password = value; break;
            case "passfile": settings.Passfile = value; break;
            case "dbname": settings.Database = value; break;
            case "sslmode": settings.SslMode = Mode(value); break;
            case "sslrootcert": settings.RootCertificate = value; break;
            case "sslcert": settings.SslCertificate = value; break;
            case "sslkey": settings.SslKey = value; break;
            case "connect_timeout": settings.Timeout = Number(key, value); break;
            case "application_name": settings.ApplicationName = value; break;
            default:
                throw Wrong($"the parameter \"{key}\" is not one of host, port, user, password, passfile, dbname, sslmode, sslrootcert, sslcert, sslkey, " +
                    "connect_timeout, application_name");
        }
    }

    static int Number(string key, string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= ushort.MaxValue
            ? number
            : throw Wrong($"the value of \"{key}\" is not a number from 0 to {ushort.MaxValue}");

    static SslMode Mode(string value) => value switch
    {
        "disable" => SslMode.Disable,
        "allow" => SslMode.Allow,
        "prefer" => SslMode.Prefer,
        "require" => SslMode.Require,
        "verify-ca" => SslMode.VerifyCA,
        "verify-full" => SslMode.VerifyFull,
        _ => throw Wrong("the value of \"sslmode\" is not one of disable, allow, prefer, require, verify-ca, verify-full"),
    };

    internal static ConnectorException Wrong(string what) => new(ErrorCode.InvalidArgument, $"--dsn: {what}.");
}
