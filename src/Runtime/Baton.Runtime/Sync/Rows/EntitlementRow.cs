using Baton.C1Z;
using Baton.CompilerServices;

namespace Baton.Sync;

/// <summary>The columns of an entitlement.</summary>
static class EntitlementRow
{
    internal static void Write(
        RowBatch batch, ResourceTypeDefinition type, EntitlementDefinition entitlement, ResourceBuilder resource, ResourceKey? parent)
    {
        batch.BeginRow();
        try
        {
            var writer = batch.Writer;
            writer.Utf8(type.Id);
            batch.EndColumn();
            writer.Utf8(resource.ResourceId);
            batch.EndColumn();
            RowEncoder.EntitlementId(writer, type.Id, resource.ResourceId, entitlement.Slug);
            batch.EndColumn();
            RowEncoder.Entitlement(writer, type, entitlement, resource, parent);
            batch.EndColumn();
            batch.EndRow();
        }
        catch
        {
            batch.DiscardRow();
            throw;
        }
    }
}
