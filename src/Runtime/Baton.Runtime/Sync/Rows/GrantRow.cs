using Baton.C1Z;
using Baton.CompilerServices;

namespace Baton.Sync;

/// <summary>The columns of a grant.</summary>
static class GrantRow
{
    /// <summary>Writes the row.</summary>
    /// <returns>Whether the grant stands for the members of its principal.</returns>
    internal static bool Write(
        RowBatch batch, ResourceTypeDefinition type, string resourceId, string slug, Grantee grantee, Func<string, bool> hasPrincipals)
    {
        batch.BeginRow();
        try
        {
            var writer = batch.Writer;
            writer.Utf8(type.Id);
            batch.EndColumn();
            writer.Utf8(resourceId);
            batch.EndColumn();
            RowEncoder.EntitlementId(writer, type.Id, resourceId, slug);
            batch.EndColumn();
            writer.Utf8(RowEncoder.PrincipalType(grantee));
            batch.EndColumn();
            writer.Utf8(grantee.Id);
            batch.EndColumn();
            RowEncoder.GrantId(writer, type.Id, resourceId, slug, grantee);
            batch.EndColumn();
            var expandable = RowEncoder.Expansion(writer, grantee, hasPrincipals);
            if (expandable)
                batch.EndColumn();
            else
                batch.NullColumn();
            RowEncoder.Grant(writer, type, resourceId, slug, grantee);
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
