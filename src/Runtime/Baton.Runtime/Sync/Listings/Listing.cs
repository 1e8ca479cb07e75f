using Baton.C1Z;
using Baton.Errors;

namespace Baton.Sync;

/// <summary>Carries out one listing: page after page, with retries, warnings, and a guard against endless ones.</summary>
sealed class Listing(SyncPlan plan, SyncReport report, Retrier retrier, Checkpoints checkpoints, TimeProvider time)
{
    /// <summary>Calls the connector until the listing ends.</summary>
    internal async Task RunAsync(SyncAction action, ListingWorker worker, CancellationToken cancellationToken)
    {
        var guard = new CursorGuard();
        var warned = false;
        report.Listing(action.ResourceTypeId!);
        while (!action.HasEnded)
        {
            var call = ListingCall.Of(action, plan);
            string? next;
            try
            {
                next = await PageAsync(call, worker.Output, cancellationToken).ConfigureAwait(false);
            }
            catch (ConnectorException e) when (e.Code == ErrorCode.InvalidArgument && action.IsResumed && call.Token.Length > 0)
            {
                // The source does not know an old position any more.
                report.BeginsAnew(call.Name, e);
                (action.PageToken, action.IsResumed) = ("", false);
                continue;
            }
            if (next is null)
            {
                // Several entitlements of a resource that is gone are one warning.
                worker.Output.Page.NotFound += warned ? 0 : 1;
                warned = true;
                next = "";
            }
            worker.Output.Complete();
            report.Add(worker.Output.Page);
            if (next.Length > 0)
                guard.Check(call.Name, call.Token, next);
            else
                guard = new();
            action.PageToken = call.After(next);
            (action.HasEnded, action.IsResumed) = (action.PageToken.Length == 0, false);
            worker.Moved(action);
            if (action.HasEnded)
                report.Reach.Ended(action);
            await checkpoints.AfterPageAsync(worker, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Calls for a page until it is there.</summary>
    /// <returns>The token of the next page; null when the source does not find what is asked.</returns>
    async Task<string?> PageAsync(ListingCall call, ListingOutput output, CancellationToken cancellationToken)
    {
        while (true)
        {
            output.Begin(call.Type);
            ConnectorException failure;
            var began = time.GetTimestamp();
            using var span = SyncTrace.Call(call);
            try
            {
                var next = await call.PageAsync(output, cancellationToken).ConfigureAwait(false);
                report.Called(call, time.GetElapsedTime(began), null);
                retrier.Succeeded();
                return next ?? "";
            }
            catch (Exception e) when (e is not (OperationCanceledException or C1ZException) && cancellationToken.IsCancellationRequested)
            {
                // Whatever it was, the stop caused it.
                throw new OperationCanceledException(e.Message, e, cancellationToken);
            }
            catch (Exception e) when (e is not C1ZException && !cancellationToken.IsCancellationRequested)
            {
                failure = Failure.Of(output.FailedResource is { } id ? $"{call.Name}, at the grants of {id}" : call.Name, e);
            }
            report.Called(call, time.GetElapsedTime(began), failure.Code);
            span.Failed(failure);
            span?.Stop(); // the wait is not part of the call
            if (failure.Code == ErrorCode.NotFound)
            {
                output.Page.Warnings.Add(new(call.NotFound, call.Type.Id), failure.Message, static m => m);
                return null;
            }
            if (failure.Code == ErrorCode.Unimplemented && call.NotPossible is { } notPossible)
            {
                output.Page.Warnings.Add(new(notPossible, call.Type.Id), failure.Message, static m => m);
                return "";
            }
            if (!await retrier.WaitAsync(failure, call.Type.Id, cancellationToken).ConfigureAwait(false))
                throw failure;
        }
    }
}
