namespace Baton.Testing;

/// <summary>An invocation of an action.</summary>
/// <param name="Name">Name of the action.</param>
/// <param name="Arguments">Its arguments, a JSON object.</param>
public sealed record ActionCall(string Name, string Arguments = "{}")
{
    /// <summary>The resource type that the action is for; empty for the connector's own.</summary>
    public string ResourceType { get; init; } = "";
}
