using Baton.CompilerServices;

namespace Baton;

/// <summary>Receives the parts of an application.</summary>
public sealed class AppBuilder : ResourceBuilder<AppBuilder>
{
    readonly List<byte> _flags = [];
    string? _helpUrl, _logo, _source, _rawSource;

    private protected override Trait? OwnTrait => Trait.App;

    /// <summary>Address of the application's help page: https, at most 1024 bytes.</summary>
    public AppBuilder HelpUrl(string? url)
    {
        _helpUrl = url;
        return this;
    }

    /// <summary>Address of the application's help page: https, at most 1024 bytes.</summary>
    public AppBuilder HelpUrl(Uri? url) => HelpUrl(url?.AbsoluteUri);

    /// <summary>Reference to the application's logo: the id that it has in the source. The picture itself is not fetched.</summary>
    public AppBuilder Logo(string? assetId)
    {
        _logo = assetId;
        return this;
    }

    /// <summary>Says something special about the application; may be called for several features.</summary>
    public AppBuilder Feature(AppFeature feature)
    {
        _flags.Add((byte)feature);
        return this;
    }

    /// <summary>Where the application comes from.</summary>
    /// <param name="type">At most 64 bytes.</param>
    /// <param name="raw">The source's own word for it; at most 256 bytes.</param>
    public AppBuilder SourceType(string? type, string? raw = null)
    {
        (_source, _rawSource) = (type, raw);
        return this;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        (_helpUrl, _logo, _source, _rawSource) = (null, null, null, null);
        _flags.Clear();
    }

    private protected override void WriteTrait(WireWriter writer)
    {
        writer.String(1, _helpUrl);
        writer.StringMessage(2, IconId);
        writer.StringMessage(3, _logo);
        ProfileValues.Write(writer, 4);
        if (_flags.Count > 0)
            writer.Bytes(5, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_flags));
        writer.String(6, _source);
        writer.String(7, _rawSource);
    }
}
