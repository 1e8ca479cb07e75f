using Baton.CompilerServices;

namespace Baton;

/// <summary>Receives the parts of a group.</summary>
public sealed class GroupBuilder : ResourceBuilder<GroupBuilder>
{
    string? _source, _rawSource;

    private protected override Trait? OwnTrait => Trait.Group;

    /// <summary>Where the group comes from.</summary>
    /// <param name="type">One of native, app_imported, built_in, directory_synced, dynamic, distribution; at most 64 bytes.</param>
    /// <param name="raw">The source's own word for it; at most 256 bytes.</param>
    public GroupBuilder SourceType(string? type, string? raw = null)
    {
        (_source, _rawSource) = (type, raw);
        return this;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        (_source, _rawSource) = (null, null);
    }

    private protected override void WriteTrait(WireWriter writer)
    {
        writer.StringMessage(1, IconId);
        ProfileValues.Write(writer, 2);
        writer.String(3, _source);
        writer.String(4, _rawSource);
    }
}
