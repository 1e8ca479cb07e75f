using Baton.C1Z;
using Baton.CompilerServices;
using Baton.Errors;

namespace Baton.Sync;

/// <summary>Takes what one listing yields, and makes rows of it. Used by one listing at a time.</summary>
sealed class ListingOutput(SyncPlan plan, RowWriter writer) : SyncOutput, IDisposable
{
    readonly RowBuffer _resources = new(RowKind.Resource, writer);
    readonly RowBuffer _entitlements = new(RowKind.Entitlement, writer);
    readonly RowBuffer _grants = new(RowKind.Grant, writer);
    readonly ChildAnnotations _children = new(plan);
    readonly GrantedEntitlement _granted = new();
    readonly Func<string, bool> _hasPrincipals = plan.HasPrincipals;
    ResourceTypeDefinition _type = null!;
    string? _toleratedResource;

    /// <summary>What was counted since the page began.</summary>
    internal Tally Page { get; } = new();

    /// <summary>The resource whose grants made the page fail, if it was that.</summary>
    internal string? FailedResource { get; private set; }

    public override bool CollectGrants => plan.HasGrants(_type);

    public override bool CollectEntitlements => plan.StoresEntitlementsOf(_type);

    /// <summary>Begins a page, also when it is called again after a failure.</summary>
    internal void Begin(ResourceTypeDefinition type)
    {
        Rewind();
        (_type, _toleratedResource, FailedResource) = (type, null, null);
        Page.Clear();
    }

    public override async ValueTask<bool> ResourceAsync(ResourceBuilder resource, ResourceKey? parent, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!IdRules.IsValid(resource.ResourceId))
        {
            Skip(resource);
            return false;
        }
        ResourceRow.Write(_resources.Batch, _type, resource, parent, _children.Of(_type.Id));
        Page.Resources++;
        if (plan.HasEntitlements(_type) && !resource.SkipsEntitlements)
        {
            Page.ResourceActions++;
            foreach (var entitlement in _type.Entitlements)
                EntitlementRow.Write(_entitlements.Batch, _type, entitlement, resource, parent);
            if (_entitlements.IsFull)
                await _entitlements.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
        if (_resources.IsFull)
            await _resources.FlushAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }

    public override async ValueTask EntitlementAsync(
        DynamicEntitlement entitlement, string resourceId, string? resourceName, ResourceKey? parent, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (entitlement is null || !IdRules.IsValid(entitlement.Slug) || !IdRules.IsValid(resourceId))
        {
            Page.EntitlementsSkipped++;
            Page.Warnings.Add(
                new(WarningKind.EntitlementIdInvalid, _type.Id),
                (resourceId, entitlement?.Slug),
                static e => Shorten($"{e.resourceId}: \"{e.Slug}\""));
            return;
        }
        EntitlementRow.Write(_entitlements.Batch, _type, entitlement, resourceId, resourceName, parent);
        if (_entitlements.IsFull)
            await _entitlements.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    public override ValueTask GrantAsync(string slug, string resourceId, Grantee grantee, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (grantee.Id is null)
        {
            throw new ConnectorException(ErrorCode.Internal, $"A grant of \"{slug}\" on {_type.Id}:{resourceId} has no principal: the method yielded " +
                "default(Grantee). Make grantees with Grantee.Of<T>(id).");
        }
        var principalType = RowEncoder.PrincipalType(grantee);
        if (!plan.HasPrincipals(principalType) && !RowEncoder.MatchesExternal(grantee))
            Drop(WarningKind.PrincipalNotStored, slug, resourceId, grantee);
        else if (!IdRules.IsValid(resourceId) || !IdRules.IsValid(grantee.Id))
            Drop(WarningKind.PrincipalIdInvalid, slug, resourceId, grantee);
        else
            Store(slug, resourceId, grantee);
        return _grants.IsFull ? _grants.FlushAsync(cancellationToken) : ValueTask.CompletedTask;
    }

    public override bool Tolerates(Exception failure, string resourceId)
    {
        if (Failure.CodeOf(failure) != ErrorCode.NotFound)
        {
            FailedResource = resourceId;
            return false;
        }
        // Several entitlements of a resource that is gone are one warning.
        if (_toleratedResource != resourceId)
            Page.NotFound++;
        _toleratedResource = resourceId;
        Page.Warnings.Add(new(WarningKind.GrantsNotFound, _type.Id), (Id: resourceId, failure.Message), static s => $"{s.Id}: {s.Message}");
        return true;
    }

    /// <summary>Notes that all rows of the page are there.</summary>
    internal void Complete()
    {
        _resources.Complete();
        _entitlements.Complete();
        _grants.Complete();
    }

    /// <summary>Hands over all rows of complete pages.</summary>
    internal async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        Rewind();
        await _resources.FlushAsync(cancellationToken).ConfigureAwait(false);
        await _entitlements.FlushAsync(cancellationToken).ConfigureAwait(false);
        await _grants.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    void Rewind()
    {
        _resources.Rewind();
        _entitlements.Rewind();
        _grants.Rewind();
    }

    public void Dispose()
    {
        _resources.Dispose();
        _entitlements.Dispose();
        _grants.Dispose();
        _granted.Dispose();
    }

    void Store(string slug, string resourceId, Grantee grantee)
    {
        _granted.Of(_type, resourceId, slug);
        if (GrantRow.Write(_grants.Batch, _granted, grantee, _hasPrincipals))
            Page.Expandable = true;
        else if (RowEncoder.Expands(grantee))
            Page.ExpansionsDropped++;
        Page.ExpansionTypesDropped += RowEncoder.TypesOutside(grantee, _hasPrincipals);
        Page.AsksForExternal |= RowEncoder.MatchesExternal(grantee);
    }

    void Skip(ResourceBuilder resource)
    {
        Page.ResourcesSkipped++;
        if (resource.ResourceId.Length == 0)
            Page.Warnings.Add(new(WarningKind.ResourceWithoutId, _type.Id), resource.ResourceName, static name => $"display name \"{name}\"");
        else
            Page.Warnings.Add(new(WarningKind.ResourceIdInvalid, _type.Id), resource.ResourceId, Shorten);
    }

    void Drop(WarningKind kind, string slug, string resourceId, Grantee grantee)
    {
        Page.GrantsDropped++;
        Page.Warnings.Add(
            new(kind, _type.Id, RowEncoder.PrincipalType(grantee)),
            (Type: _type.Id, resourceId, slug, grantee),
            static g => Shorten($"{g.Type}:{g.resourceId}:{g.slug}:{RowEncoder.PrincipalType(g.grantee)}:{g.grantee.Id}"));
    }

    static string Shorten(string id) => id.Length <= 100 ? id : string.Concat(id.AsSpan(0, 100), "…");
}
