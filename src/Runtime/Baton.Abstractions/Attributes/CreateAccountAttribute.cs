namespace Baton;

/// <summary>
/// Marks the method that creates an account in the source:
/// <c>Task&lt;AccountResult&lt;TModel&gt;&gt; M(NewAccount account, NewCredential credential, CancellationToken ct)</c>, or with the result
/// <c>Task&lt;TModel&gt;</c> when it always succeeds at once. Instead of, or beside, <see cref="NewAccount"/> it can take a positional record
/// of the author's: its parameters are then the form that C1 shows (<see cref="FormFieldAttribute"/>), and are filled from what was entered.
/// </summary>
/// <param name="options">How the account can get its credential.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class CreateAccountAttribute(params CredentialOption[] options) : Attribute
{
    /// <summary>How the account can get its credential.</summary>
    public IReadOnlyList<CredentialOption> Options { get; } = options;

    /// <summary>The option that C1 proposes; the first one when not set.</summary>
    public CredentialOption Preferred { get; set; }
}
