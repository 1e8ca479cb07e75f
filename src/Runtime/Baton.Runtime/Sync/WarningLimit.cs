namespace Baton.Sync;

/// <summary>
/// How much may be missing in a sync that calls itself complete: missing grants look like revoked access.
/// </summary>
static class WarningLimit
{
    const int Allowed = 10;
    const int AllowedOneIn = 10;

    /// <summary>Ends the sync when more than ten listings, and more than one in ten, did not find what they asked for.</summary>
    internal static void Check(long warnings, long finishedActions)
    {
        if (warnings > Allowed && warnings * AllowedOneIn > finishedActions)
        {
            throw new TooManyWarningsException(
                $"too many warnings: {warnings} of {finishedActions} listings did not find what they asked for; the result would lack too much.");
        }
    }
}

/// <summary>So many listings ended with a warning that the result is not worth keeping as a sync.</summary>
/// <param name="message">How many.</param>
public sealed class TooManyWarningsException(string message) : ConnectorException(ErrorCode.Unknown, message);
