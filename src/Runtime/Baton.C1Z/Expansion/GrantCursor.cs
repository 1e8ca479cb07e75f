using Baton.C1Z.Schema;
using Baton.C1Z.Sqlite;

namespace Baton.C1Z;

/// <summary>Reads the grants of one entitlement after the other, each in the order of principals.</summary>
sealed class GrantCursor(Database database) : IDisposable
{
    readonly Statement _rows = database.Prepare(
        $"SELECT principal_resource_type_id, principal_resource_id, data, id FROM v1_grants INDEXED BY {Tables.GrantsByPrincipal.Name} " +
        "WHERE entitlement_id = ?1 AND sync_id = ?2 ORDER BY principal_resource_type_id, principal_resource_id");

    /// <summary>Rows read so far.</summary>
    public long Steps { get; private set; }

    public bool IsAtEnd { get; private set; } = true;

    /// <summary>Who holds the grant.</summary>
    public PrincipalKey Principal { get; } = new();

    /// <summary>The number of the grant's row.</summary>
    public long Row => _rows.Int64(3);

    /// <summary>The grant; valid until the next step.</summary>
    public ReadOnlySpan<byte> Data => _rows.Bytes(2);

    public void Open(string syncId, string entitlementId)
    {
        _rows.Reset();
        _rows.Text(1, entitlementId).Text(2, syncId);
        Next();
    }

    public void Next()
    {
        do
        {
            IsAtEnd = !_rows.Step();
            Steps++;
            if (!IsAtEnd)
                Principal.Set(_rows.Bytes(0), _rows.Bytes(1));
        }
        while (!IsAtEnd && Principal.IsEmpty);
    }

    public bool IsAt(PrincipalKey principal) => !IsAtEnd && Principal.CompareTo(principal) == 0;

    /// <summary>Goes to the first grant of a principal, or of the next one that has any.</summary>
    public void SkipTo(PrincipalKey principal)
    {
        while (!IsAtEnd && Principal.CompareTo(principal) < 0)
            Next();
    }

    public void Close()
    {
        _rows.Reset();
        IsAtEnd = true;
    }

    /// <summary>What to throw when the grant at hand cannot be read.</summary>
    public C1ZException Corrupt(InvalidDataException cause) =>
        database.CorruptRow(Tables.Grants.Name, Row, cause.Message, cause);

    public void Dispose() => _rows.Dispose();
}
