namespace Baton;

/// <summary>The credential that a new account gets, or that an account gets in the place of its old one.</summary>
/// <param name="option">How it comes about: one of the options that the method's attribute names.</param>
public sealed class NewCredential(CredentialOption option)
{
    readonly string? _password;

    /// <summary>How it comes about.</summary>
    public CredentialOption Option { get; } = option;

    /// <summary>Whether there is a password to set.</summary>
    public bool HasPassword => _password is not null;

    /// <summary>
    /// The password to set: random, or chosen in C1. The runtime hands a random one to C1 in encrypted form, so nothing is left to do with it
    /// but to set it. Never log it.
    /// </summary>
    /// <exception cref="InvalidOperationException">The option has no password.</exception>
    public string Password
    {
        get => _password ?? throw new InvalidOperationException($"A credential with option {Option} has no password: ask {nameof(HasPassword)} first.");
        init => _password = value;
    }

    /// <summary>The identity provider to sign in through, for <see cref="CredentialOption.Sso"/>.</summary>
    public string? SsoProvider { get; init; }

    /// <summary>Whether the password must be changed when it is used for the first time.</summary>
    public bool ForceChangeAtNextLogin { get; init; }

    /// <summary>The option; never the password.</summary>
    public override string ToString() => Option.ToString();
}
