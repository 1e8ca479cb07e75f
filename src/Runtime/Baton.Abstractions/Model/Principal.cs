using Baton.CompilerServices;

namespace Baton;

/// <summary>Who receives or loses an entitlement.</summary>
/// <param name="Type">Id of the resource type.</param>
/// <param name="Id">Id in the source.</param>
public sealed record Principal(string Type, string Id)
{
    /// <summary>Name shown to people, where it is known.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The resource that the principal belongs to, where there is one.</summary>
    public ResourceKey? Parent { get; init; }

    /// <summary>The principal as a resource.</summary>
    public ResourceKey Key => new(Type, Id) { Parent = Parent };

    /// <summary>Whether it is of the type that <typeparamref name="T"/> lists.</summary>
    /// <typeparam name="T">A class marked with <see cref="ResourceTypeAttribute"/>.</typeparam>
    public bool Is<T>()
        where T : IResourceType => Type == T.Definition.Id;

    /// <summary>The form used in the file: <c>type:id</c>.</summary>
    public override string ToString() => $"{Type}:{Id}";
}
