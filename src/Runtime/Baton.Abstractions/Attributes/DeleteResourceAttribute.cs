namespace Baton;

/// <summary>
/// Marks the method that deletes a resource of the type in the source, for example an account:
/// <c>Task M(ResourceKey resource, CancellationToken ct)</c>, or the same with the result <see cref="DeleteOutcome"/>. The parent, where
/// there is one, is <see cref="ResourceKey.Parent"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class DeleteResourceAttribute : Attribute;
