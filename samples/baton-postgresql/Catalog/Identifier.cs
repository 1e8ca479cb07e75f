using System.Globalization;
using Baton;

namespace BatonPostgresql.Catalog;

/// <summary>Ids of resources: OIDs, which stay when something is renamed. Those of a database's objects are unique only there.</summary>
static class Identifier
{
    /// <summary>The id of an object in a database.</summary>
    public static string Of(string database, long oid) => string.Create(CultureInfo.InvariantCulture, $"{database}/{oid}");

    /// <summary>The id of an object of the server.</summary>
    public static string Of(long oid) => oid.ToString(CultureInfo.InvariantCulture);

    /// <summary>The OID in an id.</summary>
    /// <exception cref="ConnectorException">There is none.</exception>
    public static long Oid(string id) => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var oid) && oid is > 0 and <= uint.MaxValue
        ? oid
        : throw new ConnectorException(ErrorCode.InvalidArgument, $"\"{id}\" is not the OID of an object.");

    /// <summary>The database's OID and the object's in the id of an object in a database.</summary>
    /// <exception cref="ConnectorException">The id has another form.</exception>
    public static (long Database, long Oid) Split(string id)
    {
        var slash = id.IndexOf('/', StringComparison.Ordinal);
        return slash > 0
            ? (Oid(id[..slash]), Oid(id[(slash + 1)..]))
            : throw new ConnectorException(
                ErrorCode.InvalidArgument, $"\"{id}\" does not name an object of a database: it should be two OIDs with a slash between.");
    }

    /// <summary>A name as a quoted identifier.</summary>
    /// <exception cref="ConnectorException">No identifier can be like that.</exception>
    public static string Quote(string name) => name.Contains('\0', StringComparison.Ordinal)
        ? throw new ConnectorException(ErrorCode.InvalidArgument, "A name must not contain the character NUL.")
        : $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
