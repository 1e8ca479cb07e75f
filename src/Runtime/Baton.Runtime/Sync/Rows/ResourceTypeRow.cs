using Baton.C1Z;
using Baton.CompilerServices;

namespace Baton.Sync;

/// <summary>The columns of a resource type.</summary>
static class ResourceTypeRow
{
    internal static void Write(RowBatch batch, ResourceTypeDefinition type)
    {
        batch.BeginRow();
        batch.Writer.Utf8(type.Id);
        batch.EndColumn();
        RowEncoder.ResourceType(batch.Writer, type);
        batch.EndColumn();
        batch.EndRow();
    }
}
