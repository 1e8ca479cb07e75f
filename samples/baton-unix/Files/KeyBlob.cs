using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace BatonUnix.Files;

/// <summary>A public key in the form of RFC 4253: strings, each with its length in front; the first one names the kind.</summary>
readonly ref struct KeyBlob
{
    readonly ReadOnlySpan<byte> _bytes;

    KeyBlob(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    /// <summary>Reads the two words of a key: its kind, and the key in Base64, which must name the same kind inside.</summary>
    public static bool TryParse(string type, string base64, out KeyBlob blob)
    {
        var bytes = new byte[base64.Length];
        blob = Convert.TryFromBase64String(base64, bytes, out var length) ? new(bytes.AsSpan(0, length)) : default;
        return length > 0 && Encoding.UTF8.GetBytes(type).AsSpan().SequenceEqual(blob.Part(0));
    }

    /// <summary>The fingerprint as <c>ssh-keygen</c> prints it.</summary>
    public string Fingerprint => "SHA256:" + Convert.ToBase64String(Sha256.HashData(_bytes)).TrimEnd('=');

    /// <summary>The strength of the kinds in use.</summary>
    public int? Bits(string type) => type switch
    {
        "ssh-rsa" => Length(Part(2)),
        "ssh-dss" => Length(Part(1)),
        "ssh-ed25519" or "sk-ssh-ed25519@openssh.com" => 256,
        "ecdsa-sha2-nistp256" or "sk-ecdsa-sha2-nistp256@openssh.com" => 256,
        "ecdsa-sha2-nistp384" => 384,
        "ecdsa-sha2-nistp521" => 521,
        _ => null,
    };

    static int? Length(ReadOnlySpan<byte> number) => number.IsEmpty
        ? null
        : (int)new BigInteger(number, isUnsigned: true, isBigEndian: true).GetBitLength();

    /// <summary>One of the strings; empty when the key ends before it.</summary>
    ReadOnlySpan<byte> Part(int index)
    {
        for (var rest = _bytes; rest.Length >= 4; index--)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (length > rest.Length - 4)
                break;
            var part = rest.Slice(4, (int)length);
            if (index == 0)
                return part;
            rest = rest[(4 + part.Length)..];
        }
        return [];
    }
}
