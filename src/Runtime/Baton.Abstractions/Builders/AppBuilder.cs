using Baton.CompilerServices;

namespace Baton;

/// <summary>Receives the parts of an application.</summary>
public sealed class AppBuilder : ResourceBuilder<AppBuilder>
{
    string? _helpUrl, _source, _rawSource;

    private protected override Trait? OwnTrait => Trait.App;

    /// <summary>Address of the application's help page: https, at most 1024 bytes.</summary>
    public AppBuilder HelpUrl(string? url)
    {
        _helpUrl = url;
        return this;
    }

    /// <summary>Address of the application's help page: https, at most 1024 bytes.</summary>
    public AppBuilder HelpUrl(Uri? url) => HelpUrl(url?.AbsoluteUri);

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
        (_helpUrl, _source, _rawSource) = (null, null, null);
    }

    private protected override void WriteTrait(WireWriter writer)
    {
        writer.String(1, _helpUrl);
        ProfileValues.Write(writer, 4);
        writer.String(6, _source);
        writer.String(7, _rawSource);
    }
}
