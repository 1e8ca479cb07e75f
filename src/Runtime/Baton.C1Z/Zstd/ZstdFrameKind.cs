namespace Baton.C1Z.Zstd;

/// <summary>What stands at the beginning of some bytes.</summary>
enum ZstdFrameKind
{
    /// <summary>Something else than a frame.</summary>
    None,

    /// <summary>The header goes on behind the bytes.</summary>
    Incomplete,

    /// <summary>A frame with content.</summary>
    Content,

    /// <summary>A frame that decoders skip.</summary>
    Skippable,
}
