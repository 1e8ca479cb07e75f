using System.Security.Cryptography;
using System.Text;

namespace Baton.Credentials;

/// <summary>An elliptic curve key: JWE encrypts for it.</summary>
sealed record EcJwk(string Curve, ECPoint Point) : Jwk
{
    public static EcJwk Read(JwkMembers members)
    {
        var name = members.Text("crv") ?? "";
        var curve = CurveOf(name);
        var size = SizeOf(name);
        var point = new ECPoint { X = members.Bytes("x", size), Y = members.Bytes("y", size) };
        try
        {
            using var key = ECDiffieHellman.Create(new ECParameters { Curve = curve, Q = point });
        }
        catch (CryptographicException)
        {
            throw new FormatException($"the key is no point of the curve {name}");
        }
        return new(name, point);
    }

    public static ECCurve CurveOf(string name) => name switch
    {
        "P-256" => ECCurve.NamedCurves.nistP256,
        "P-384" => ECCurve.NamedCurves.nistP384,
        "P-521" => ECCurve.NamedCurves.nistP521,
        _ => throw new FormatException("unsupported curve; P-256, P-384 and P-521 are known"),
    };

    static int SizeOf(string name) => name switch
    {
        "P-256" => 32,
        "P-384" => 48,
        _ => 66,
    };

    public override byte[] Encrypt(ReadOnlySpan<byte> plaintext)
    {
        using var ephemeral = ECDiffieHellman.Create(CurveOf(Curve));
        using var recipient = ECDiffieHellman.Create(new ECParameters { Curve = CurveOf(Curve), Q = Point });
        using var recipientKey = recipient.PublicKey;
        var epk = ephemeral.ExportParameters(includePrivateParameters: false).Q;
        var header = $$$"""{"alg":"{{{Jwe.Agreement}}}","enc":"{{{Jwe.Cipher}}}","epk":{"kty":"EC","crv":"{{{Curve}}}","x":"{{{Base64(epk.X!)}}}","y":"{{{Base64(epk.Y!)}}}"}}""";
        return Jwe.Seal(header, Jwe.DeriveKey(ephemeral.DeriveRawSecretAgreement(recipientKey)), plaintext);
    }

    protected override byte[] CanonicalForm() =>
        Encoding.ASCII.GetBytes($$"""{"crv":"{{Curve}}","kty":"EC","x":"{{Base64(Point.X!)}}","y":"{{Base64(Point.Y!)}}"}""");
}
