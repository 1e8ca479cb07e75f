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
}
