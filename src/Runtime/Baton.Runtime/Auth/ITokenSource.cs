namespace Baton.Auth;

/// <summary>Where access tokens come from.</summary>
interface ITokenSource
{
    /// <summary>A token that C1 should accept.</summary>
    /// <param name="rejected">A token that C1 just refused: another one is fetched in its place. Null normally.</param>
    /// <param name="cancellationToken">Stops waiting for it.</param>
    /// <exception cref="ConnectorException"><see cref="ErrorCode.Unauthenticated"/>: C1 gives none to this client.</exception>
    ValueTask<AccessToken> GetAsync(AccessToken? rejected, CancellationToken cancellationToken);
}
