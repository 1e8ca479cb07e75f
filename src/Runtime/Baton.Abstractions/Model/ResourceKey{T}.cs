using Baton.CompilerServices;

namespace Baton;

/// <summary>
/// Names a resource of the type that class <typeparamref name="T"/> lists. A <c>ListAsync(ResourceKey&lt;T&gt; parent, …)</c>
/// method is called once for each resource of that type: so a type says that its resources are children of another's.
/// </summary>
/// <typeparam name="T">A class marked with <see cref="ResourceTypeAttribute"/>.</typeparam>
/// <param name="Id">Id in the source.</param>
public readonly record struct ResourceKey<T>(string Id)
    where T : IResourceType
{
    /// <summary>The same key without the static type.</summary>
    public ResourceKey ToResourceKey() => new(T.Definition.Id, Id);

    /// <summary>The same key without the static type.</summary>
    public static implicit operator ResourceKey(ResourceKey<T> key) => key.ToResourceKey();

    /// <summary>The form used in the file: <c>type:id</c>.</summary>
    public override string ToString() => $"{T.Definition.Id}:{Id}";
}
