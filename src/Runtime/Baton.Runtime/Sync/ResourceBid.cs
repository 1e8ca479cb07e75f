using System.Text;

namespace Baton.Sync;

/// <summary>
/// Baton ids of resources: <c>bid:r:type/id</c>, or <c>bid:r:parentType/parentId/type/id</c>. A backslash takes its special meaning from a
/// backslash, slash or colon behind it.
/// </summary>
public static class ResourceBid
{
    const string Prefix = "bid:r:";

    /// <summary>Reads a Baton id.</summary>
    /// <exception cref="ConnectorException"><see cref="ErrorCode.InvalidArgument"/>: it is none.</exception>
    public static ResourceKey Parse(string bid)
    {
        ArgumentNullException.ThrowIfNull(bid);
        if (!bid.StartsWith(Prefix, StringComparison.Ordinal))
            throw Invalid(bid, $"it does not begin with \"{Prefix}\"");
        return Split(bid) switch
        {
            var parts when parts.Contains("") => throw Invalid(bid, "a part of it is empty"),
            [var type, var id] => new(type, id),
            [var parentType, var parentId, var type, var id] => new(type, id) { Parent = new(parentType, parentId) },
            var parts => throw Invalid(bid, $"it has {parts.Count} parts, and needs two, or four with a parent"),
        };
    }

    /// <summary>Writes the Baton id of a resource.</summary>
    public static string Format(ResourceKey resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        var parts = resource.Parent is { } parent ? new[] { parent.Type, parent.Id, resource.Type, resource.Id } : [resource.Type, resource.Id];
        return Prefix + string.Join('/', parts.Select(Escape));
    }

    static List<string> Split(string bid)
    {
        var parts = new List<string>();
        var part = new StringBuilder();
        for (var i = Prefix.Length; i < bid.Length; i++)
        {
            switch (bid[i])
            {
                case '\\' when i + 1 < bid.Length && bid[i + 1] is '\\' or '/' or ':':
                    part.Append(bid[++i]);
                    break;
                case '\\':
                    throw Invalid(bid, "a backslash has no backslash, slash or colon behind it");
                case ':':
                    throw Invalid(bid, "a colon needs a backslash before it");
                case '/':
                    parts.Add(part.ToString());
                    part.Clear();
                    break;
                default:
                    part.Append(bid[i]);
                    break;
            }
        }
        parts.Add(part.ToString());
        return parts;
    }

    static string Escape(string part) => part
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("/", "\\/", StringComparison.Ordinal).Replace(":", "\\:", StringComparison.Ordinal);

    static ConnectorException Invalid(string bid, string why) => new(
        ErrorCode.InvalidArgument, $"\"{bid}\" is no Baton id of a resource: {why}. The form is {Prefix}type/id, or {Prefix}parentType/parentId/type/id.");
}
