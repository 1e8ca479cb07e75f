using Baton.C1Z;
using Baton.CompilerServices;

namespace Baton.Sync;

/// <summary>The columns of an entitlement.</summary>
static class EntitlementRow
{
    internal static void Write(
        RowBatch batch, ResourceTypeDefinition type, EntitlementDefinition entitlement, ResourceBuilder resource, ResourceKey? parent) => Write(
        batch, type, resource.ResourceId, entitlement.Slug,
        (type, entitlement, resource, parent),
        static (writer, e) => RowEncoder.Entitlement(writer, e.type, e.entitlement, e.resource, e.parent));

    internal static void Write(
        RowBatch batch, ResourceTypeDefinition type, DynamicEntitlement entitlement, string resourceId, string? resourceName, ResourceKey? parent) => Write(
        batch, type, resourceId, entitlement.Slug,
        (type, entitlement, resourceId, resourceName, parent),
        static (writer, e) => RowEncoder.Entitlement(writer, e.type, e.entitlement, e.resourceId, e.resourceName, e.parent));

    static void Write<T>(RowBatch batch, ResourceTypeDefinition type, string resourceId, string slug, T entitlement, Action<WireWriter, T> encode)
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
            encode(writer, entitlement);
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
