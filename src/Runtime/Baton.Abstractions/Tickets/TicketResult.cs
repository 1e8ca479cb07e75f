namespace Baton;

/// <summary>What became of one of several tickets.</summary>
/// <param name="Ticket">The ticket; null after a failure.</param>
/// <param name="Error">What went wrong, for people; null after a success.</param>
public sealed record TicketResult(Ticket? Ticket, string? Error = null)
{
    /// <summary>The result of a call that is about one ticket. Failures that another attempt may mend end the whole call.</summary>
    internal static async Task<TicketResult> OfAsync(Func<Task<Ticket?>> call)
    {
        try
        {
            return await call().ConfigureAwait(false) is { } ticket ? new(ticket) : new(null, "there is no such ticket");
        }
        catch (ConnectorException failure) when (failure.Code is not (ErrorCode.Unavailable or ErrorCode.DeadlineExceeded or ErrorCode.Unauthenticated))
        {
            return new(null, failure.Message);
        }
    }
}
