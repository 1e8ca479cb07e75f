namespace Baton;

/// <summary>
/// Marks the method that replaces the credential of a resource in the source:
/// <c>Task M(ResourceKey resource, NewCredential credential, CancellationToken ct)</c>. A method that gets secrets from the source returns them
/// as <c>Task&lt;PlaintextSecret&gt;</c> or <c>Task&lt;IReadOnlyList&lt;PlaintextSecret&gt;&gt;</c>; a random password made by the runtime is
/// handed on without that.
/// </summary>
/// <param name="options">How the new credential can come about.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class RotateCredentialsAttribute(params CredentialOption[] options) : Attribute
{
    /// <summary>How the new credential can come about.</summary>
    public IReadOnlyList<CredentialOption> Options { get; } = options;

    /// <summary>The option that C1 proposes; the first one when not set.</summary>
    public CredentialOption Preferred { get; set; }
}
