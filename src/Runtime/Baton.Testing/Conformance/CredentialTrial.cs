using System.Text;
using Baton.Protocol.Connector.V2;
using Option = Baton.Protocol.Connector.V2.CapabilityDetailCredentialOption;

namespace Baton.Testing;

/// <summary>What a task says about one credential option, and whether what comes back is right.</summary>
sealed class CredentialTrial
{
    const int Length = 24;
    const string Name = "password";

    readonly SecretReader[] _readers;

    CredentialTrial(Option option, CredentialOptions options, params SecretReader[] readers) => (Option, Options, _readers) = (option, options, readers);

    public Option Option { get; }

    public CredentialOptions Options { get; }

    public IEnumerable<EncryptionConfig> Readers => _readers.Select(static reader => reader.Config);

    public static CredentialTrial Of(Option option, C1Emulator c1) => option switch
    {
        Option.RandomPassword => new(option, new() { RandomPassword = new() { Length = Length } }, SecretReader.Create(), SecretReader.Create()),
        Option.Sso => new(option, new() { Sso = new() { SsoProvider = "conformance" } }, SecretReader.Create()),
        Option.EncryptedPassword => new(option, new() { EncryptedPassword = new() { EncryptedPasswords = { c1.Seal($"Conformance-{Guid.NewGuid():N}") } } }),
        _ => new(option, new() { NoPassword = new() }, SecretReader.Create()),
    };

    /// <summary>The password that came back, for this option; null for one without.</summary>
    /// <exception cref="ConnectorAssertionException">It did not come to everybody, or is not what was asked for.</exception>
    public string? Open(IReadOnlyList<EncryptedData> secrets)
    {
        if (_readers.Length > 0 && secrets.Count % _readers.Length != 0)
            throw new ConnectorAssertionException($"{Option}: {secrets.Count} secrets came back for {_readers.Length} readers: each is for everybody.");
        // Each secret comes once for each reader, in the order of the task.
        var opened = secrets.Select((data, i) => (data.Name, Text: Encoding.UTF8.GetString(_readers[i % _readers.Length].Open(data)))).ToList();
        if (Option != Option.RandomPassword)
            return null;
        var passwords = opened.Where(static secret => secret.Name == Name).Select(static secret => secret.Text).Distinct(StringComparer.Ordinal).ToList();
        return passwords is [var only] && only.EnumerateRunes().Count() == Length
            ? only
            : throw new ConnectorAssertionException(
                $"{Option}: one password of {Length} characters was asked for, and {passwords.Count} different secrets named \"{Name}\" came back.");
    }
}
