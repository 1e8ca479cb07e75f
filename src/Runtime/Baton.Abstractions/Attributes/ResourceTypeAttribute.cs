namespace Baton;

/// <summary>
/// Marks a class that lists the resources of one type. The class has a <c>ListAsync</c> method and says with a static
/// <c>Map(model, builder)</c> method, or with <see cref="MapAttribute"/> on the model's properties, how a model becomes a resource.
/// </summary>
/// <param name="id">Id of the type, for example <c>user</c>. It is part of every id in the file: changing it later loses history.</param>
/// <param name="traits">What the resources are.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ResourceTypeAttribute(string id, params Trait[] traits) : Attribute
{
    /// <summary>Id of the type.</summary>
    public string Id { get; } = id;

    /// <summary>What the resources are.</summary>
    public IReadOnlyList<Trait> Traits { get; } = traits;

    /// <summary>Name shown to people; made from the id when not set (<c>ssh-key</c> becomes <c>Ssh Key</c>).</summary>
    public string? DisplayName { get; set; }

    /// <summary>One sentence on the type.</summary>
    public string? Description { get; set; }

    /// <summary>Readers need not ask for entitlements of the type: there are none.</summary>
    public bool SkipEntitlements { get; set; }

    /// <summary>Readers need not ask for grants of the type: nobody holds its entitlements, or the source does not tell.</summary>
    public bool SkipGrants { get; set; }

    /// <summary>The resources come from another connector.</summary>
    public bool SourcedExternally { get; set; }

    /// <summary>The type is synced only when somebody switches it on in C1.</summary>
    public bool OptInRequired { get; set; }

    /// <summary>C1 does not stop a sync in which many resources of the type are gone.</summary>
    public bool SkipSyncAnomalyDetection { get; set; }

    /// <summary>The type will go away.</summary>
    public bool Deprecated { get; set; }

    /// <summary>The id under which an older connector stored the type.</summary>
    public string? V1Identifier { get; set; }

    /// <summary>What the connector must be allowed to do in the source for this type, in the source's own words.</summary>
    public string[] Permissions { get; set; } = [];
}
