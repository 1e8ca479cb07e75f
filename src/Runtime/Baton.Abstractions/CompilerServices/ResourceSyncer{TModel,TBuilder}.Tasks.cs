namespace Baton.CompilerServices;

public abstract partial class ResourceSyncer<TModel, TBuilder>
{
    /// <summary>What a <see cref="CreateResourceAttribute"/> method returns, mapped.</summary>
    protected async Task<MappedResource> CreatedAsync(Task<TModel> method, ResourceKey? parent)
    {
        ArgumentNullException.ThrowIfNull(method);
        return Mapped(await method.ConfigureAwait(false), parent);
    }

    /// <summary>What a <see cref="CreateAccountAttribute"/> method returns that always succeeds, mapped.</summary>
    protected async Task<AccountOutcome> AccountAsync(Task<TModel> method)
    {
        ArgumentNullException.ThrowIfNull(method);
        return new(AccountResultKind.Created, Mapped(await method.ConfigureAwait(false), parent: null));
    }

    /// <summary>What a <see cref="CreateAccountAttribute"/> method returns, mapped.</summary>
    protected async Task<AccountOutcome> AccountAsync<T>(Task<AccountResult<T>> method)
        where T : class, TModel
    {
        ArgumentNullException.ThrowIfNull(method);
        var result = await method.ConfigureAwait(false);
        return new(result.Kind, result.Account is { } account ? Mapped(account, parent: null) : null)
        {
            Message = result.Message,
            InvitationExpiresAt = result.InvitationExpiresAt,
            Secrets = result.Secrets,
        };
    }

    MappedResource Mapped(TModel model, ResourceKey? parent)
    {
        var builder = new TBuilder();
        builder.Reset();
        Map(model, builder);
        return builder.ResourceId.Length > 0 ? new(Definition, builder, parent) : throw new ConnectorException(
            ErrorCode.Internal, $"The mapping of resource type \"{Definition.Id}\" gave no id to what was created: map one.");
    }
}
