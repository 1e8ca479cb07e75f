using Baton.C1Z;
using Baton.CompilerServices;

namespace Baton.Sync;

/// <summary>The columns of a grant.</summary>
static class GrantRow
{
    /// <summary>Writes the row. Each id is encoded once, and copied to the other places where it stands.</summary>
    /// <returns>Whether the grant stands for the members of its principal.</returns>
    internal static bool Write(RowBatch batch, GrantedEntitlement entitlement, Grantee grantee, Func<string, bool> hasPrincipals)
    {
        batch.BeginRow();
        try
        {
            var writer = batch.Writer;
            entitlement.WriteColumns(batch);
            var start = writer.Length;
            writer.Utf8(RowEncoder.PrincipalType(grantee));
            var type = start..writer.Length;
            batch.EndColumn();
            writer.Utf8(grantee.Id);
            var principal = type.End..writer.Length;
            batch.EndColumn();
            writer.Raw(entitlement.Id);
            writer.Raw(":"u8);
            writer.Repeat(type);
            writer.Raw(":"u8);
            writer.Repeat(principal);
            var id = principal.End..writer.Length;
            batch.EndColumn();
            var expandable = RowEncoder.Expansion(writer, grantee, hasPrincipals);
            if (expandable)
                batch.EndColumn();
            else
                batch.NullColumn();
            writer.Raw(entitlement.Message);
            RowEncoder.GrantPrincipal(writer, type, principal);
            writer.RepeatBytes(3, id);
            RowEncoder.GrantAnnotations(writer, grantee);
            batch.EndColumn();
            batch.EndRow();
            return expandable;
        }
        catch
        {
            batch.DiscardRow();
            throw;
        }
    }
}
