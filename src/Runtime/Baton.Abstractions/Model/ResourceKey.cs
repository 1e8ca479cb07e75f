namespace Baton;

/// <summary>Names a resource: its type and its id in the source.</summary>
/// <param name="Type">Id of the resource type.</param>
/// <param name="Id">Id in the source.</param>
public sealed record ResourceKey(string Type, string Id)
{
    /// <summary>The resource that this one belongs to, where there is one.</summary>
    public ResourceKey? Parent { get; init; }

    /// <summary>The form used in the file: <c>type:id</c>.</summary>
    public override string ToString() => $"{Type}:{Id}";
}
