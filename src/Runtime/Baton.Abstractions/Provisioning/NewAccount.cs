namespace Baton;

/// <summary>What C1 knows of the account to create.</summary>
public sealed record NewAccount
{
    /// <summary>Login, or empty when the source chooses it.</summary>
    public string Login { get; init; } = "";

    /// <summary>E-mail addresses, the primary one first.</summary>
    public IReadOnlyList<string> Emails { get; init; } = [];

    /// <summary>Other names to sign in with.</summary>
    public IReadOnlyList<string> LoginAliases { get; init; } = [];

    /// <summary>What was filled in; a method can take it as a record of its own instead, see <see cref="CreateAccountAttribute"/>.</summary>
    public ValueMap Profile { get; init; } = ValueMap.Empty;

    /// <summary>The primary e-mail address; null when there is none.</summary>
    public string? Email => Emails.Count > 0 ? Emails[0] : null;
}
