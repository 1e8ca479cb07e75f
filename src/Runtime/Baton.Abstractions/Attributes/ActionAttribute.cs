namespace Baton;

/// <summary>
/// Marks a method that C1 can invoke by name: on the connector's class for the connector as a whole, on a resource type's class for
/// resources of the type. What the action takes is the method's parameters (<see cref="FormFieldAttribute"/> says more about one), what it
/// answers is the positional record of its result, if any: <c>Task&lt;TRecord&gt; M(ResourceKey&lt;Users&gt; user, string reason,
/// CancellationToken ct)</c>, or <c>Task</c> without an answer.
/// </summary>
/// <param name="name">Name by which it is invoked, for example <c>lock_account</c>.</param>
/// <param name="types">What it does, where C1 has a use for knowing it; <see cref="ActionType.Dynamic"/> when none is named.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class ActionAttribute(string name, params ActionType[] types) : Attribute
{
    /// <summary>Name by which it is invoked.</summary>
    public string Name { get; } = name;

    /// <summary>What it does.</summary>
    public IReadOnlyList<ActionType> Types { get; } = types;

    /// <summary>Name shown to people; made from the name when not set.</summary>
    public string? DisplayName { get; set; }

    /// <summary>One sentence on what it does.</summary>
    public string? Description { get; set; }
}
