namespace Baton.C1Z.Zstd;

/// <summary><c>ZSTD_cParameter</c>.</summary>
enum CompressorParameter
{
    CompressionLevel = 100,
    WindowLog = 101,
    HashLog = 102,
    ChainLog = 103,
    MinMatch = 105,
    Strategy = 107,
    ContentSizeFlag = 200,
    ChecksumFlag = 201,
}

/// <summary><c>ZSTD_dParameter</c>.</summary>
enum DecompressorParameter
{
    WindowLogMax = 100,
}
