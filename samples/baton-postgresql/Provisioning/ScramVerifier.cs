using System.Security.Cryptography;
using System.Text;

namespace BatonPostgresql.Provisioning;

/// <summary>
/// What PostgreSQL stores of a password (RFC 5803). Made here, so that the password itself is never part of a statement: those may be logged.
/// </summary>
static class ScramVerifier
{
    const int Iterations = 4096, SaltLength = 16, KeyLength = 32;

    /// <summary>The verifier of a password, with a salt of its own.</summary>
    public static string Of(string password) => Of(password, RandomNumberGenerator.GetBytes(SaltLength));

    /// <summary>The verifier of a password with a salt.</summary>
    public static string Of(string password, byte[] salt)
    {
        var salted = Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(password), salt, Iterations, HashAlgorithmName.SHA256, KeyLength);
        var stored = SHA256.HashData(HMACSHA256.HashData(salted, "Client Key"u8));
        var server = HMACSHA256.HashData(salted, "Server Key"u8);
        return $"SCRAM-SHA-256${Iterations}:{Convert.ToBase64String(salt)}${Convert.ToBase64String(stored)}:{Convert.ToBase64String(server)}";
    }
}
