namespace Baton;

/// <summary>
/// Marks the method that says which entitlements a resource has, where they differ from resource to resource. Three forms:
/// <list type="bullet">
/// <item>takes the model (called while listing) and yields <see cref="DynamicEntitlement"/>;</item>
/// <item>takes a <see cref="ResourceKey"/> (called after listing, resumable per resource) and yields <see cref="DynamicEntitlement"/>;</item>
/// <item>whole type: takes neither, and yields <see cref="ResourceEntitlement"/>, made with <c>entitlement.On(resourceId)</c>.</item>
/// </list>
/// Entitlements that every resource has are declared with <see cref="EntitlementAttribute"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class EntitlementsAttribute : Attribute;
