using System.Security.Cryptography;
using System.Text;
using Baton.Protocol.Connector.V2;

namespace Baton.Credentials;

/// <summary>Makes passwords from the system's random numbers, each character uniformly drawn.</summary>
static class RandomPassword
{
    const int MinLength = 8;

    /// <summary>The protocol allows 64; this only keeps a bad request from asking for the impossible.</summary>
    const int MaxLength = 4096;

    static readonly string[] Alphabets =
    [
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz", "0123456789", "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~",
    ];

    static readonly Rune[] All = RunesOf(string.Concat(Alphabets));

    /// <summary>A password with as many characters as its constraints ask for from their sets, and any others up to its length.</summary>
    /// <param name="length">Number of characters.</param>
    /// <param name="constraints">Sets, and how many characters of each; when empty, one of each kind.</param>
    /// <exception cref="ConnectorException"><see cref="ErrorCode.InvalidArgument"/>: no such password exists.</exception>
    public static string Generate(long length, IReadOnlyCollection<PasswordConstraint> constraints)
    {
        if (length is < MinLength or > MaxLength)
            throw Invalid($"invalid password length {length}: from {MinLength} to {MaxLength} are possible");
        var least = constraints.Count == 0 ? Alphabets.Length : constraints.Sum(static c => (long)c.MinCount);
        if (least > length)
            throw Invalid($"password length {length} is less than the sum of constraints minimums ({least})");
        var password = new List<Rune>((int)length);
        foreach (var (set, count) in constraints.Count == 0 ? Alphabets.Select(static a => (a, 1u)) : constraints.Select(static c => (c.CharSet, c.MinCount)))
            password.AddRange(Draw(RunesOf(set), count));
        password.AddRange(Draw(All, (uint)(length - password.Count)));
        var shuffled = password.ToArray();
        RandomNumberGenerator.Shuffle(shuffled.AsSpan());
        return string.Concat(shuffled);
    }

    static IEnumerable<Rune> Draw(Rune[] set, uint count)
    {
        if (count > 0 && set.Length == 0)
            throw Invalid("a password constraint asks for characters of an empty set");
        for (var i = 0; i < count; i++)
            yield return set[RandomNumberGenerator.GetInt32(set.Length)];
    }

    static Rune[] RunesOf(string text) => text.EnumerateRunes().ToArray();

    static ConnectorException Invalid(string message) => new(ErrorCode.InvalidArgument, message);
}
