using System.ComponentModel;

namespace Baton.CompilerServices;

/// <summary>
/// Encodes resource types, resources, entitlements and grants as the protobuf messages of a c1z row, without intermediate
/// message objects. Constant parts are encoded once per type.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RowEncoder
{
    /// <summary>Writes <c>c1.connector.v2.ResourceType</c>.</summary>
    public static void ResourceType(WireWriter writer, ResourceTypeDefinition type)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(type);
        writer.Raw(type.Message);
    }

    /// <summary>Writes <c>c1.connector.v2.Resource</c>.</summary>
    /// <param name="writer">Receives the bytes.</param>
    /// <param name="type">The resource's type.</param>
    /// <param name="resource">The mapped resource.</param>
    /// <param name="parent">The resource that it belongs to.</param>
    /// <param name="annotations">Ready elements of field 4, put behind the traits; see <see cref="ChildResourceType"/>.</param>
    public static void Resource(
        WireWriter writer, ResourceTypeDefinition type, ResourceBuilder resource, ResourceKey? parent, ReadOnlySpan<byte> annotations)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(resource);
        Key(writer, ResourceFields.Id, type.Id, resource.ResourceId);
        Key(writer, ResourceFields.Parent, parent);
        resource.WriteBody(writer, type, annotations);
    }

    /// <summary>Writes the annotation that says that resources of type <paramref name="child"/> are listed under this one.</summary>
    public static void ChildResourceType(WireWriter writer, string child)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var marks = writer.BeginAny(ResourceFields.Annotations, "c1.connector.v2.ChildResourceType"u8);
        writer.String(1, child);
        writer.EndAny(marks);
    }

    /// <summary>Writes <c>c1.connector.v2.Entitlement</c>, with the parts of its resource that people see.</summary>
    public static void Entitlement(
        WireWriter writer, ResourceTypeDefinition type, EntitlementDefinition entitlement, ResourceBuilder resource, ResourceKey? parent)
    {
        ArgumentNullException.ThrowIfNull(entitlement);
        ArgumentNullException.ThrowIfNull(resource);
        Entitlement(writer, type, entitlement, resource.ResourceId, resource.ResourceName, parent);
    }

    /// <summary>Writes <c>c1.connector.v2.Entitlement</c> of one resource, with what is known of that.</summary>
    /// <param name="writer">Receives the bytes.</param>
    /// <param name="type">The resource's type.</param>
    /// <param name="entitlement">The entitlement.</param>
    /// <param name="resourceId">Id of the resource.</param>
    /// <param name="resourceName">Its display name, or null.</param>
    /// <param name="parent">The resource that it belongs to.</param>
    public static void Entitlement(
        WireWriter writer, ResourceTypeDefinition type, DynamicEntitlement entitlement, string resourceId, string? resourceName, ResourceKey? parent)
    {
        ArgumentNullException.ThrowIfNull(entitlement);
        Entitlement(writer, type, entitlement.ToDefinition(), resourceId, resourceName, parent);
    }

    static void Entitlement(
        WireWriter writer, ResourceTypeDefinition type, EntitlementDefinition entitlement, string resourceId, string? resourceName, ResourceKey? parent)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(type);
        var mark = writer.Begin(1);
        Key(writer, ResourceFields.Id, type.Id, resourceId);
        Key(writer, ResourceFields.Parent, parent);
        writer.String(ResourceFields.DisplayName, resourceName);
        writer.End(mark);
        mark = writer.Begin(2);
        EntitlementId(writer, type.Id, resourceId, entitlement.Slug);
        writer.End(mark);
        writer.String(3, Fill(entitlement.DisplayName ?? "{resource} " + entitlement.Slug, resourceName ?? resourceId));
        writer.String(4, Fill(entitlement.Description, resourceName ?? resourceId));
        writer.Raw(entitlement.GrantableMessages);
        entitlement.WriteAnnotations(writer, resourceId);
        writer.Int(7, (int)entitlement.Purpose);
        writer.String(8, entitlement.Slug);
    }

    /// <summary>Writes <c>c1.connector.v2.Grant</c> without <c>GrantExpandable</c>, which is a column of its own; see <see cref="Expansion"/>.</summary>
    public static void Grant(WireWriter writer, ResourceTypeDefinition type, string resourceId, string slug, Grantee grantee)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(type);
        GrantEntitlement(writer, type, resourceId, slug);
        var principal = writer.Begin(2);
        Key(writer, ResourceFields.Id, grantee.Type.Id, grantee.Id);
        writer.End(principal);
        var id = writer.Begin(3);
        GrantId(writer, type.Id, resourceId, slug, grantee);
        writer.End(id);
        GrantAnnotations(writer, grantee);
    }

    /// <summary>Writes field 1 of <c>c1.connector.v2.Grant</c>: the entitlement.</summary>
    public static void GrantEntitlement(WireWriter writer, ResourceTypeDefinition type, string resourceId, string slug)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(type);
        var entitlement = writer.Begin(1);
        var resource = writer.Begin(1);
        Key(writer, ResourceFields.Id, type.Id, resourceId);
        writer.End(resource);
        var id = writer.Begin(2);
        EntitlementId(writer, type.Id, resourceId, slug);
        writer.End(id);
        writer.End(entitlement);
    }

    /// <summary>Writes field 2 of <c>c1.connector.v2.Grant</c>, the principal, from what the writer holds already.</summary>
    /// <param name="writer">Receives the bytes.</param>
    /// <param name="type">Where the id of the principal's type stands.</param>
    /// <param name="id">Where the principal's id stands; not empty.</param>
    public static void GrantPrincipal(WireWriter writer, Range type, Range id)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var principal = writer.Begin(2);
        var key = writer.Begin(ResourceFields.Id);
        writer.RepeatBytes(1, type);
        writer.RepeatBytes(2, id);
        writer.End(key);
        writer.End(principal);
    }

    /// <summary>Writes the annotations of a grant, but for <c>GrantExpandable</c>.</summary>
    public static void GrantAnnotations(WireWriter writer, Grantee grantee) => grantee.Details?.WriteAnnotations(writer);

    /// <summary>Writes <c>c1.connector.v2.GrantExpandable</c>.</summary>
    /// <param name="writer">Receives the bytes.</param>
    /// <param name="grantee">The principal of the grant.</param>
    /// <param name="isSynced">Tells which resource types the sync stores: a filter is reduced to those.</param>
    /// <returns>False, and nothing written, when the grant expands nothing.</returns>
    public static bool Expansion(WireWriter writer, Grantee grantee, Func<string, bool> isSynced)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(isSynced);
        if (grantee.Details is not { ExpandSlugs: { } slugs } details)
            return false;
        // An emptied filter would mean "every type", the opposite of what was asked. What is matched later is not reduced now.
        if (MatchesExternal(grantee))
            isSynced = static _ => true;
        if (details.ExpandTypes.Length > 0 && !Array.Exists(details.ExpandTypes, t => isSynced(t.Id)))
            return false;
        foreach (var slug in slugs)
        {
            var id = writer.Begin(1);
            if (MatchesExternal(grantee))
                writer.Utf8(Bid.Entitlement(grantee.Type.Id, grantee.Id, slug));
            else
                EntitlementId(writer, grantee.Type.Id, grantee.Id, slug);
            writer.End(id);
        }
        writer.Bool(2, details.Shallow);
        foreach (var type in details.ExpandTypes)
        {
            if (isSynced(type.Id))
                writer.StringAlways(3, type.Id);
        }
        return true;
    }

    /// <summary>How many resource types <see cref="Expansion"/> leaves out of the filter.</summary>
    public static int TypesOutside(Grantee grantee, Func<string, bool> isSynced)
    {
        ArgumentNullException.ThrowIfNull(isSynced);
        return grantee.Details is not { ExpandSlugs: not null } details || MatchesExternal(grantee) ? 0 : details.ExpandTypes.Count(t => !isSynced(t.Id));
    }

    /// <summary>Whether the author said that the grant stands for the members of its principal.</summary>
    public static bool Expands(Grantee grantee) => grantee.Details is { ExpandSlugs: not null };

    /// <summary>Whether the principal only stands for resources of another connector, which are found later.</summary>
    public static bool MatchesExternal(Grantee grantee) => grantee.Details is { External: not null };

    /// <summary>The id of the resource type of a grant's principal.</summary>
    public static string PrincipalType(Grantee grantee) => grantee.Type.Id;

    /// <summary>Writes <c>type:resource:slug</c>.</summary>
    public static void EntitlementId(WireWriter writer, string type, string resourceId, string slug)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ResourceId(writer, type, resourceId);
        writer.Raw(":"u8);
        writer.Utf8(slug);
    }

    /// <summary>Writes <c>entitlement:principal-type:principal</c>.</summary>
    public static void GrantId(WireWriter writer, string type, string resourceId, string slug, Grantee grantee)
    {
        ArgumentNullException.ThrowIfNull(writer);
        EntitlementId(writer, type, resourceId, slug);
        writer.Raw(":"u8);
        ResourceId(writer, grantee.Type.Id, grantee.Id);
    }

    /// <summary>Writes <c>type:resource</c>.</summary>
    public static void ResourceId(WireWriter writer, string type, string resourceId)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Utf8(type);
        writer.Raw(":"u8);
        writer.Utf8(resourceId);
    }

    /// <summary>Writes <c>c1.connector.v2.ResourceId</c> as a field; nothing for null.</summary>
    internal static void Key(WireWriter writer, int field, ResourceKey? key)
    {
        if (key is not null)
            Key(writer, field, key.Type, key.Id);
    }

    static void Key(WireWriter writer, int field, string type, string id)
    {
        var mark = writer.Begin(field);
        writer.String(1, type);
        writer.String(2, id);
        writer.End(mark);
    }

    static string? Fill(string? template, string resourceName) => template?.Replace("{resource}", resourceName, StringComparison.Ordinal);
}
