using Baton.C1Z.Sqlite;
using Baton.Protocol.Connector.V2;
using Google.Protobuf;

namespace Baton.C1Z;

/// <summary>Turns rows (row number, data, …) into messages. Fields that are not known here are kept.</summary>
static class RowParser
{
    /// <summary>The columns that <see cref="Grant"/> reads.</summary>
    public const string GrantColumns =
        "data, resource_type_id, resource_id, entitlement_id, principal_resource_type_id, principal_resource_id, expansion";

    public static T Message<T>(Statement row, MessageParser<T> parser)
        where T : IMessage<T> => parser.ParseFrom(row.Bytes(1));

    /// <summary>A grant. "Slim" rows leave out what the columns say; it is put back as stubs.</summary>
    public static Grant Grant(Statement row, bool withExpansion)
    {
        var grant = Message(row, Protocol.Connector.V2.Grant.Parser);
        grant.Entitlement ??= new Entitlement
        {
            Id = row.Text(4) ?? "",
            Resource = new Resource { Id = Key(row, 2, 3) },
        };
        grant.Principal ??= new Resource { Id = Key(row, 5, 6) };
        if (withExpansion)
            GrantExpansion.Attach(grant, row.Bytes(7));
        return grant;
    }

    static ResourceId Key(Statement row, int type, int id) => new()
    {
        ResourceType = row.Text(type) ?? "",
        Resource = row.Text(id) ?? "",
    };
}
