using Baton.Protocol.Connector.V2;

namespace Baton.C1Z;

/// <summary>An entitlement that a principal holds, and why.</summary>
/// <param name="EntitlementId">The entitlement.</param>
/// <param name="Grant">The stored grant; null when the file does not hold it, because it was not expanded.</param>
/// <param name="IsDirect">Whether the principal holds it by itself; it may get it through others, too.</param>
/// <param name="Path">
/// The shortest way: first what the principal holds directly, each next step what the one before gives, the entitlement last. Empty when the
/// file says that it is derived, but not from what.
/// </param>
public sealed record AccessEntry(string EntitlementId, Grant? Grant, bool IsDirect, IReadOnlyList<AccessStep> Path);

/// <summary>A step on the way to an entitlement.</summary>
/// <param name="EntitlementId">What is held.</param>
/// <param name="GrantId">By which grant.</param>
/// <param name="Principal">To whom that grant is: the principal in the first step, for example a group in the others.</param>
public sealed record AccessStep(string EntitlementId, string GrantId, ResourceKey Principal);

/// <summary>Somebody who holds an entitlement.</summary>
/// <param name="Grant">The grant.</param>
/// <param name="Principal">Who holds it.</param>
/// <param name="IsDirect">Whether the source says so itself.</param>
/// <param name="Sources">The entitlements through which the principal holds it, itself not among them.</param>
public sealed record Holder(Grant Grant, ResourceKey Principal, bool IsDirect, IReadOnlyList<string> Sources);
