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

    public static T Message<T>(Statement row)
        where T : IMessage<T>, new()
    {
        var message = new T();
        var bytes = row.Bytes(1);
        WireCheck.Run(bytes, message.Descriptor);
        try
        {
            message.MergeFrom(bytes);
        }
        catch (InvalidProtocolBufferException e)
        {
            throw new InvalidDataException(e.Message, e);
        }
        return message;
    }

    /// <summary>A grant. "Slim" rows leave out what the columns say; it is put back as stubs.</summary>
    public static Grant Grant(Statement row, bool withExpansion)
    {
        var grant = Message<Grant>(row);
        grant.Entitlement ??= new Entitlement
        {
            Id = row.Text(4) ?? "",
            Resource = new Resource { Id = Key(row, 2, 3) },
        };
        grant.Principal ??= new Resource { Id = Key(row, 5, 6) };
        if (withExpansion)
        {
            var expansion = row.Bytes(7);
            WireCheck.Run(expansion, GrantExpandable.Descriptor);
            GrantExpansion.Attach(grant, expansion);
        }
        return grant;
    }

    /// <summary>The expansion in a column of a grant's row; null when there is none.</summary>
    public static GrantExpandable? Expansion(Database database, Statement row, int column)
    {
        var bytes = row.Bytes(column);
        if (bytes.IsEmpty)
            return null;
        try
        {
            WireCheck.Run(bytes, GrantExpandable.Descriptor);
            return GrantExpandable.Parser.ParseFrom(bytes);
        }
        catch (InvalidDataException e)
        {
            throw database.CorruptRow(Schema.Tables.Grants.Name, row.Int64(0), e.Message, e);
        }
        catch (InvalidProtocolBufferException e)
        {
            throw database.CorruptRow(Schema.Tables.Grants.Name, row.Int64(0), e.Message, e);
        }
    }

    static ResourceId Key(Statement row, int type, int id) => new()
    {
        ResourceType = row.Text(type) ?? "",
        Resource = row.Text(id) ?? "",
    };
}
