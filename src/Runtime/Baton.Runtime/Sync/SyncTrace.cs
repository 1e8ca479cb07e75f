using System.Diagnostics;
using Baton.Errors;

namespace Baton.Sync;

/// <summary>The spans of syncs and of tasks, for whoever listens to the source <c>Baton.Sync</c>; null while nobody does.</summary>
static class SyncTrace
{
    static readonly ActivitySource Source = new("Baton.Sync");

    internal static Activity? Sync(string connector) => Source.StartActivity("sync")?.SetTag("connector", connector);

    internal static Activity? Step(SyncStep step) => Source.StartActivity(step.ToString());

    internal static Activity? Call(ListingCall call) =>
        Source.StartActivity(call.Method, ActivityKind.Client)?.SetTag("resource_type", call.Type.Id);

    internal static Activity? Checkpoint() => Source.StartActivity("checkpoint");

    internal static Activity? Task(string kind, string id) => Source.StartActivity("task", ActivityKind.Consumer)?.SetTag("task_type", kind).SetTag("task_id", id);

    /// <summary>Marks a span as failed.</summary>
    internal static void Failed(this Activity? span, Exception failure) =>
        span?.SetTag("code", Failure.CodeOf(failure).ToString()).SetStatus(ActivityStatusCode.Error, failure.Message);
}
