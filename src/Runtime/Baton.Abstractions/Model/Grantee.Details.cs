using Baton.CompilerServices;

namespace Baton;

/// <content>What most grants do not have.</content>
public readonly partial record struct Grantee
{
    /// <summary>
    /// Resources of another connector whose profile has a value: <c>Grantee.External(Trait.User, "email", mail)</c>. They are found when the file
    /// is made with that connector's file (<c>--external-resource-c1z</c>).
    /// </summary>
    /// <param name="trait">What they are.</param>
    /// <param name="key">Key in their profile; <c>email</c> also looks at the e-mail addresses of users.</param>
    /// <param name="value">The value, in upper or lower case.</param>
    public static Grantee External(Trait trait, string key, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentException.ThrowIfNullOrEmpty(value);
        return new(ExternalPrincipals.TypeOf(trait), value, GrantDetails.None with { External = ExternalPrincipals.Match(trait, key, value) });
    }

    /// <summary>All resources of another connector that have a trait.</summary>
    public static Grantee ExternalAll(Trait trait) =>
        new(ExternalPrincipals.TypeOf(trait), "*", GrantDetails.None with { External = ExternalPrincipals.MatchAll(trait) });

    /// <summary>The resource of another connector that has an id.</summary>
    /// <param name="trait">What it is.</param>
    /// <param name="id">Its id there.</param>
    public static Grantee ExternalId(Trait trait, string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return new(ExternalPrincipals.TypeOf(trait), id, GrantDetails.None with { External = ExternalPrincipals.MatchId(id) });
    }

    /// <summary>Names the entitlement, in a <see cref="GrantsAttribute"/> method that is not for a single one.</summary>
    /// <param name="slug">Slug of the entitlement.</param>
    public Grantee For(string slug)
    {
        ArgumentException.ThrowIfNullOrEmpty(slug);
        return new(Type, Id, Details, slug);
    }

    /// <summary>The grant cannot be revoked, for example because it is built in.</summary>
    /// <param name="sourceId">Id of what gives it.</param>
    /// <param name="metadata">What else is known of why, by key.</param>
    public Grantee Immutable(string? sourceId = null, IReadOnlyDictionary<string, string>? metadata = null) =>
        With((Details ?? GrantDetails.None) with { Immutable = true, ImmutableSource = sourceId, ImmutableMetadata = metadata });

    /// <summary>Keeps something about the grant that only the connector understands. Call it for each key; null is left out.</summary>
    public Grantee Metadata(string key, string? value)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        var details = Details ?? GrantDetails.None;
        return value is null ? this : With(details with { Metadata = [.. details.Metadata, (key, value)] });
    }

    /// <summary>The id under which an older connector stored the grant.</summary>
    public Grantee V1Identifier(string id) => Annotate(Annotation.V1Identifier(id));

    /// <summary>Attaches a message, for example <c>Annotation.ExternalLink(url)</c>.</summary>
    public Grantee Annotate(Annotation annotation)
    {
        ArgumentNullException.ThrowIfNull(annotation);
        var details = Details ?? GrantDetails.None;
        return With(details with { Others = [.. details.Others, annotation] });
    }

    /// <summary>Gives the resource, for methods that yield the grants of a whole type whose resources are known only through them.</summary>
    /// <typeparam name="TModel">The model that the class lists.</typeparam>
    /// <param name="model">The resource on which the entitlement is held.</param>
    /// <param name="parent">The resource that it belongs to, where there is one.</param>
    public ResourceGrant<TModel> OnModel<TModel>(TModel model, ResourceKey? parent = null) =>
        new(model, With((Details ?? GrantDetails.None) with { Inserts = true })) { Parent = parent };

    Grantee With(GrantDetails details) => new(Type, Id, details, Slug);
}
