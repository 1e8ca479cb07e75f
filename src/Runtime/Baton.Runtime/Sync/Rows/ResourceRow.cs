using Baton.C1Z;
using Baton.CompilerServices;

namespace Baton.Sync;

/// <summary>The columns of a resource.</summary>
static class ResourceRow
{
    internal static void Write(
        RowBatch batch, ResourceTypeDefinition type, ResourceBuilder resource, ResourceKey? parent, ReadOnlySpan<byte> annotations)
    {
        batch.BeginRow();
        try
        {
            var writer = batch.Writer;
            writer.Utf8(type.Id);
            batch.EndColumn();
            RowEncoder.ResourceId(writer, type.Id, resource.ResourceId);
            batch.EndColumn();
            if (parent is null)
            {
                batch.NullColumn();
                batch.NullColumn();
            }
            else
            {
                writer.Utf8(parent.Type);
                batch.EndColumn();
                writer.Utf8(parent.Id);
                batch.EndColumn();
            }
            RowEncoder.Resource(writer, type, resource, parent, annotations);
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
