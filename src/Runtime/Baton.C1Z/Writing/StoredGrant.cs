using Baton.Protocol.Connector.V2;

namespace Baton.C1Z;

/// <summary>A grant of the current sync.</summary>
/// <param name="RowId">Number of its row.</param>
/// <param name="Grant">The grant, with its <c>GrantExpandable</c> annotation.</param>
public sealed record StoredGrant(long RowId, Grant Grant);
