using System.Buffers.Binary;
using Google.Protobuf;

namespace Baton.C1Z.Envelope;

/// <summary>Names a c1z of format v3 in an error; its content is not read.</summary>
static class PebbleManifest
{
    const int LargestManifest = 1 << 20;
    const int EngineField = 1;

    /// <summary>The error for a v3 file.</summary>
    /// <param name="source">Stands behind the magic.</param>
    /// <param name="path">The file.</param>
    public static C1ZException Unsupported(Stream source, string path) => new(
        C1ZError.UnsupportedFormat,
        $"{path} is a c1z v3 (Pebble) file{(Engine(source) is { Length: > 0 } engine ? $" with engine \"{engine}\"" : "")}; "
            + "only v1 (SQLite) is supported: run the connector again with --storage-engine sqlite");

    // A damaged manifest only costs the engine's name: the magic already says what the file is.
    static string? Engine(Stream source)
    {
        Span<byte> prefix = stackalloc byte[4];
        if (source.ReadAtLeast(prefix, prefix.Length, throwOnEndOfStream: false) < prefix.Length)
            return null;
        var length = BinaryPrimitives.ReadUInt32BigEndian(prefix);
        if (length > LargestManifest)
            return null;
        var manifest = new byte[length];
        if (source.ReadAtLeast(manifest, manifest.Length, throwOnEndOfStream: false) < manifest.Length)
            return null;
        try
        {
            var input = new CodedInputStream(manifest);
            for (var tag = input.ReadTag(); tag != 0; tag = input.ReadTag())
            {
                if (tag == WireFormat.MakeTag(EngineField, WireFormat.WireType.LengthDelimited))
                    return Printable(input.ReadString());
                input.SkipLastField();
            }
        }
        catch (InvalidProtocolBufferException)
        {
            return null;
        }
        return null;
    }

    static string? Printable(string engine) => engine.Length <= 32 && engine.All(char.IsAsciiLetterOrDigit) ? engine : null;
}
