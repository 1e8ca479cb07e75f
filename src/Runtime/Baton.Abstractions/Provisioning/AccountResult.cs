namespace Baton;

/// <summary>Makes the results of <see cref="CreateAccountAttribute"/> methods.</summary>
public static class AccountResult
{
    /// <summary>The account exists now.</summary>
    /// <param name="account">The account, as <c>ListAsync</c> will list it.</param>
    public static AccountResult<T> Created<T>(T account)
        where T : class => new(AccountResultKind.Created, account);

    /// <summary>The account is there or on its way, but somebody has to do something.</summary>
    /// <param name="account">The account as far as it is known; null when there is none yet.</param>
    /// <param name="message">What has to be done, for people.</param>
    public static AccountResult<T> ActionRequired<T>(T? account, string message)
        where T : class => new(AccountResultKind.ActionRequired, account) { Message = message };

    /// <summary>There was such an account before; nothing was changed.</summary>
    /// <param name="account">The account.</param>
    public static AccountResult<T> AlreadyExists<T>(T account)
        where T : class => new(AccountResultKind.AlreadyExists, account);

    /// <summary>The source is working on it; a later sync will find the account.</summary>
    /// <param name="account">The account as far as it is known; null when there is none yet.</param>
    public static AccountResult<T> InProgress<T>(T? account = null)
        where T : class => new(AccountResultKind.InProgress, account);
}
