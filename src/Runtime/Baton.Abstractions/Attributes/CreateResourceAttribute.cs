namespace Baton;

/// <summary>
/// Marks the method that creates a resource of the type in the source and returns it as <c>ListAsync</c> will list it:
/// <c>Task&lt;TModel&gt; M(NewResource resource, CancellationToken ct)</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class CreateResourceAttribute : Attribute;
