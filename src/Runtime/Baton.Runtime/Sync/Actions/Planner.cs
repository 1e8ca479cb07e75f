using System.Globalization;
using Baton.C1Z;
using Baton.External;

namespace Baton.Sync;

/// <summary>
/// Turns the actions that are not listings into those that are. Stored resources are walked by ascending row id; rows added meanwhile
/// have larger ids, so one walk also finds the children of children, and ends when no more are added.
/// </summary>
sealed class Planner(
    SyncPlan plan, ActionStack stack, RowWriter rows, SyncReport report, IGrantExpander? expander, ExternalStage? external,
    Func<CancellationToken, ValueTask> flush, Func<CancellationToken, ValueTask> checkpoint)
{
    const int ResourcesPerPage = 500;

    readonly StoredResources _stored = new(rows, ResourcesPerPage);

    /// <summary>Carries out the topmost action, which is not a listing.</summary>
    internal async ValueTask RunAsync(SyncAction action, CancellationToken cancellationToken)
    {
        switch (action.Operation)
        {
            case SyncOp.Init:
                Begin(action);
                break;
            case SyncOp.ListResourceTypes:
                await StoreTypesAsync(cancellationToken).ConfigureAwait(false);
                stack.Finish(action);
                break;
            case SyncOp.ListResources when action.PageToken.Length == 0:
                PlanRoots(action);
                break;
            case SyncOp.ListResources:
                await PlanAsync(action, plan.ParentTypes, PushChildren, cancellationToken).ConfigureAwait(false);
                break;
            case SyncOp.ListStaticEntitlements:
                stack.Finish(action); // stored together with the resources
                break;
            case SyncOp.ListEntitlements when !plan.AsksForEntitlements:
                stack.Finish(action); // declared ones only
                break;
            case SyncOp.ListEntitlements when !action.TypeScopedPlanned:
                PlanTypes(action, plan.TypesWithTypeEntitlements);
                break;
            case SyncOp.ListEntitlements:
                await PlanAsync(action, plan.TypesWithResourceEntitlements, PushEntitlements, cancellationToken).ConfigureAwait(false);
                break;
            case SyncOp.ListGrants when !action.TypeScopedPlanned:
                PlanTypes(action, plan.TypesWithTypeGrants);
                break;
            case SyncOp.ListGrants:
                await PlanAsync(action, plan.TypesWithResourceGrants, PushGrants, cancellationToken).ConfigureAwait(false);
                break;
            case SyncOp.ListExternalResources:
                await TakeExternalAsync(cancellationToken).ConfigureAwait(false);
                stack.Finish(action);
                break;
            case SyncOp.GrantExpansion:
                await ExpandAsync(action, cancellationToken).ConfigureAwait(false);
                stack.Finish(action);
                break;
            default:
                throw new ConnectorException(ErrorCode.Internal, $"unexpected sync step: {action.Operation}");
        }
    }

    void Begin(SyncAction init)
    {
        stack.Finish(init);
        if (plan.IsTargeted)
        {
            BeginTargeted();
            return;
        }
        if (plan.StoresEntitlements)
            stack.Push(new() { Operation = SyncOp.GrantExpansion });
        if (external is not null)
            stack.Push(new() { Operation = SyncOp.ListExternalResources });
        if (plan.StoresGrants)
            stack.Push(new() { Operation = SyncOp.ListGrants });
        if (plan.StoresEntitlements)
        {
            // Nothing to do here; but another program that goes on with this sync has to.
            stack.Push(new() { Operation = SyncOp.ListEntitlements });
            stack.Push(new() { Operation = SyncOp.ListStaticEntitlements });
        }
        stack.Push(new() { Operation = SyncOp.ListResources });
        stack.Push(new() { Operation = SyncOp.ListResourceTypes });
    }

    /// <summary>What was fetched is walked like anything stored, but without the listings of whole types.</summary>
    void BeginTargeted()
    {
        if (plan.StoresGrants)
            stack.Push(new() { Operation = SyncOp.ListGrants, TypeScopedPlanned = true });
        if (plan.AsksForEntitlements)
            stack.Push(new() { Operation = SyncOp.ListEntitlements, TypeScopedPlanned = true });
        stack.Push(new() { Operation = SyncOp.ListResources, PageToken = "0" });
        foreach (var target in plan.Targets.Reverse())
        {
            stack.Push(new()
            {
                Operation = SyncOp.TargetedResourceSync,
                ResourceTypeId = target.Type,
                ResourceId = target.Id,
                Parent = target.Parent,
            });
        }
        stack.Push(new() { Operation = SyncOp.ListResourceTypes });
    }

    async ValueTask StoreTypesAsync(CancellationToken cancellationToken)
    {
        var batch = rows.Rent(RowKind.ResourceType);
        foreach (var syncer in plan.Selected)
            ResourceTypeRow.Write(batch, syncer.Definition);
        await rows.WriteAsync(batch, cancellationToken).ConfigureAwait(false);
        foreach (var type in plan.IsTargeted ? [] : plan.Unreachable)
            report.Warn(new(WarningKind.ParentNotStored, type.Id));
        foreach (var type in plan.UnknownTargets)
            report.Warn(new(WarningKind.TargetNotPossible, type));
    }

    async ValueTask TakeExternalAsync(CancellationToken cancellationToken)
    {
        if (external is null)
            return; // a resumed sync that was begun with one: its grants stay as they are
        await flush(cancellationToken).ConfigureAwait(false);
        var file = await rows.UseAsync(static f => f, cancellationToken).ConfigureAwait(false);
        await external.RunAsync(file, report, cancellationToken).ConfigureAwait(false);
    }

    async ValueTask ExpandAsync(SyncAction action, CancellationToken cancellationToken)
    {
        await flush(cancellationToken).ConfigureAwait(false);
        // The stage is reached: what is stored can be compared with other syncs.
        var file = await rows.UseAsync(
            static f =>
            {
                f.SetSupportsDiff();
                return f;
            },
            cancellationToken).ConfigureAwait(false);
        if (expander is null || !report.Total.Expandable)
            return;
        await expander.ExpandAsync(new(file, action.PageToken, report, RememberAsync), cancellationToken).ConfigureAwait(false);

        async ValueTask RememberAsync(string state, CancellationToken stop)
        {
            action.PageToken = state;
            await checkpoint(stop).ConfigureAwait(false);
        }
    }

    void PlanRoots(SyncAction planner)
    {
        planner.PageToken = "0";
        foreach (var syncer in plan.Selected.Reverse())
        {
            if (syncer.ListsAtRoot)
                stack.Push(new() { Operation = SyncOp.ListResources, ResourceTypeId = syncer.Definition.Id });
        }
    }

    void PlanTypes(SyncAction planner, IReadOnlyCollection<string> types)
    {
        planner.TypeScopedPlanned = true;
        foreach (var type in types.Reverse())
            stack.Push(new() { Operation = planner.Operation, ResourceTypeId = type, TypeScoped = true });
    }

    /// <summary>Reads the next page of stored resources of these types, and puts their listings on the stack.</summary>
    async ValueTask PlanAsync(
        SyncAction planner, IReadOnlyCollection<string> types, Action<ListedResource> push, CancellationToken cancellationToken)
    {
        await flush(cancellationToken).ConfigureAwait(false);
        await BeginReachAsync(planner, types, cancellationToken).ConfigureAwait(false);
        _ = long.TryParse(planner.PageToken, NumberStyles.None, CultureInfo.InvariantCulture, out var cursor);
        var (page, next) = await _stored.ReadAsync(types, cursor, cancellationToken).ConfigureAwait(false);
        if (page.Count == 0)
        {
            stack.Finish(planner);
            return;
        }
        planner.PageToken = next.ToString(CultureInfo.InvariantCulture);
        foreach (var resource in page.Reverse())
            push(resource);
    }

    /// <summary>Counts how many resources there are to ask, and how many of them a run before this one asked.</summary>
    async ValueTask BeginReachAsync(SyncAction planner, IReadOnlyCollection<string> types, CancellationToken cancellationToken)
    {
        _ = long.TryParse(planner.PageToken, NumberStyles.None, CultureInfo.InvariantCulture, out var cursor);
        foreach (var type in types.Where(t => report.Reach.IsNew(planner.Operation, t)))
        {
            var (before, total) = await rows.UseAsync(f => f.CountResources(type, cursor), cancellationToken).ConfigureAwait(false);
            report.Reach.Begin(planner.Operation, type, before - stack.CountListings(planner.Operation, type), total);
        }
    }

    void PushChildren(ListedResource parent)
    {
        foreach (var child in plan.ChildTypes(parent.Key.Type).Reverse())
            stack.Push(new() { Operation = SyncOp.ListResources, ResourceTypeId = child, Parent = parent.Key });
    }

    void PushEntitlements(ListedResource resource)
    {
        if (resource.SkipsEntitlements)
            report.Reach.Skipped(SyncOp.ListEntitlements, resource.Key.Type);
        else
            stack.Push(Of(SyncOp.ListEntitlements, resource.Key));
    }

    void PushGrants(ListedResource resource)
    {
        if (resource.SkipsGrants)
            report.Reach.Skipped(SyncOp.ListGrants, resource.Key.Type);
        else
            stack.Push(Of(SyncOp.ListGrants, resource.Key));
    }

    static SyncAction Of(string operation, ResourceKey resource) => new()
    {
        Operation = operation,
        ResourceTypeId = resource.Type,
        ResourceId = resource.Id,
        Parent = resource.Parent,
    };
}
