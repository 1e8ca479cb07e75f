namespace Baton.CompilerServices;

public abstract partial class ResourceSyncer
{
    /// <summary>Whether resources of the type can be created.</summary>
    public virtual bool CreatesResources => false;

    /// <summary>Whether resources of the type can be deleted.</summary>
    public virtual bool DeletesResources => false;

    /// <summary>How an account of the type gets its credential; null when none can be created.</summary>
    public virtual CredentialChoice? AccountCredentials => null;

    /// <summary>The form for a new account.</summary>
    public virtual IReadOnlyList<FormFieldDefinition> AccountFields => [];

    /// <summary>How a credential of a resource is replaced; null when none can be.</summary>
    public virtual CredentialChoice? RotatedCredentials => null;

    /// <summary>Credentials that can be issued for resources of the type, the proposed one first.</summary>
    public virtual IReadOnlyList<IssueDefinition> IssuedCredentials => [];

    /// <summary>Actions for resources of the type.</summary>
    public virtual IReadOnlyList<ActionDefinition> Actions => [];

    /// <summary>Runs an action.</summary>
    /// <returns>What it answers.</returns>
    public virtual Task<ValueMap> InvokeActionAsync(string name, ValueMap arguments, CancellationToken cancellationToken) =>
        throw ConnectorException.NotFound($"Resource type \"{Definition.Id}\" has no action \"{name}\".");

    /// <summary>Creates a resource.</summary>
    public virtual Task<MappedResource> CreateResourceAsync(NewResource resource, CancellationToken cancellationToken) =>
        throw NoTask("creating resources");

    /// <summary>Deletes a resource.</summary>
    public virtual Task<DeleteOutcome> DeleteResourceAsync(ResourceKey resource, CancellationToken cancellationToken) =>
        throw NoTask("deleting resources");

    /// <summary>Creates an account.</summary>
    public virtual Task<AccountOutcome> CreateAccountAsync(NewAccount account, NewCredential credential, CancellationToken cancellationToken) =>
        throw NoTask("creating accounts");

    /// <summary>Replaces the credential of a resource.</summary>
    /// <returns>Secrets that the source made.</returns>
    public virtual Task<IReadOnlyList<PlaintextSecret>> RotateCredentialsAsync(
        ResourceKey resource, NewCredential credential, CancellationToken cancellationToken) => throw NoTask("rotating credentials");

    /// <summary>Issues an additional credential for a resource.</summary>
    public virtual Task<IssuedCredential> IssueCredentialAsync(
        ResourceKey resource, CredentialRequest request, CancellationToken cancellationToken) => throw NoTask("issuing credentials");

    /// <summary>The failure for a task that the author wrote no method for.</summary>
    ConnectorException NoTask(string what) => new(ErrorCode.Unimplemented, $"This connector does not support {what} of type \"{Definition.Id}\".");

    /// <summary>The outcome of a method that returns none.</summary>
    protected static async Task<DeleteOutcome> DeletedAsync(Task method)
    {
        ArgumentNullException.ThrowIfNull(method);
        await method.ConfigureAwait(false);
        return DeleteOutcome.Deleted;
    }

    /// <summary>The secrets of a method that returns none.</summary>
    protected static async Task<IReadOnlyList<PlaintextSecret>> NoSecretsAsync(Task method)
    {
        ArgumentNullException.ThrowIfNull(method);
        await method.ConfigureAwait(false);
        return [];
    }

    /// <summary>The secrets of a method that returns one.</summary>
    protected static async Task<IReadOnlyList<PlaintextSecret>> OneSecretAsync(Task<PlaintextSecret> method)
    {
        ArgumentNullException.ThrowIfNull(method);
        return [await method.ConfigureAwait(false)];
    }
}
