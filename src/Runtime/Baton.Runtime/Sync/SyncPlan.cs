using System.Text;
using Baton.C1Z;
using Baton.CompilerServices;
using Baton.External;

namespace Baton.Sync;

/// <summary>What this sync stores, and how the resource types hang together; fixed before it begins.</summary>
sealed class SyncPlan
{
    readonly Dictionary<string, ResourceSyncer> _syncers;
    readonly Dictionary<string, List<string>> _children;
    readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    SyncPlan(ConnectorManifest manifest, List<ResourceSyncer> selected, SyncOptions options)
    {
        Selected = selected;
        _syncers = selected.ToDictionary(static s => s.Definition.Id, StringComparer.Ordinal);
        _children = ChildTypes(selected);
        StoresEntitlements = !options.SkipEntitlementsAndGrants;
        StoresGrants = StoresEntitlements && !options.SkipGrants;
        var withEntitlements = selected.FindAll(s => StoresEntitlementsOf(s.Definition));
        TypesWithResourceEntitlements = [.. withEntitlements.Where(static s => s.EntitlementsPerResource).Select(static s => s.Definition.Id)];
        TypesWithTypeEntitlements = [.. withEntitlements.Where(static s => s.EntitlementsForType).Select(static s => s.Definition.Id)];
        var withGrants = selected.FindAll(s => HasGrants(s.Definition));
        TypesWithResourceGrants = [.. withGrants.Where(static s => s.GrantsPerResource.Count > 0).Select(static s => s.Definition.Id)];
        TypesWithTypeGrants = [.. withGrants.Where(static s => s.GrantsForType.Count > 0).Select(static s => s.Definition.Id)];
        IsTargeted = options.Resources.Count > 0;
        Targets = [.. options.Resources.Where(r => IsStored(r.Type)).Distinct()];
        UnknownTargets = options.ResourceTypes.Count > 0 ? [] : [.. options.Resources.Select(static r => r.Type).Where(t => !IsStored(t)).Distinct()];
        Mark = MarkOf(manifest, options.External);
    }

    /// <summary>What the sync will collect.</summary>
    internal SyncType Type => IsTargeted ? SyncType.Partial : StoresEntitlements ? SyncType.Full : SyncType.ResourcesOnly;

    /// <summary>Only some resources are to be synced, if only those that <see cref="Targets"/> leaves of them.</summary>
    internal bool IsTargeted { get; }

    /// <summary>The resources to sync, each once, without those of types that the filter leaves out.</summary>
    internal IReadOnlyList<ResourceKey> Targets { get; }

    /// <summary>Types of resources to sync that the connector does not have.</summary>
    internal IReadOnlyList<string> UnknownTargets { get; }

    /// <summary>Differs when the connector, its version or what it stores differs: positions of one plan mean nothing to another.</summary>
    internal string Mark { get; }

    /// <summary>The syncers of the types to store, ordered by type id.</summary>
    internal IReadOnlyList<ResourceSyncer> Selected { get; }

    internal bool StoresEntitlements { get; }

    internal bool StoresGrants { get; }

    /// <summary>Types with resources under which others are listed.</summary>
    internal IReadOnlyCollection<string> ParentTypes => _children.Keys;

    /// <summary>Types whose resources are asked for entitlements of their own, one by one.</summary>
    internal IReadOnlyCollection<string> TypesWithResourceEntitlements { get; }

    /// <summary>Types whose resources are asked for entitlements of their own, all at once.</summary>
    internal IReadOnlyCollection<string> TypesWithTypeEntitlements { get; }

    /// <summary>Whether entitlements are asked for after listing.</summary>
    internal bool AsksForEntitlements => TypesWithResourceEntitlements.Count + TypesWithTypeEntitlements.Count > 0;

    /// <summary>Types whose grants are asked for once for each resource.</summary>
    internal IReadOnlyCollection<string> TypesWithResourceGrants { get; }

    /// <summary>Types whose grants are asked for at once.</summary>
    internal IReadOnlyCollection<string> TypesWithTypeGrants { get; }

    /// <summary>Types that are listed under types which this sync does not store, and nowhere else.</summary>
    internal IEnumerable<ResourceTypeDefinition> Unreachable => Selected
        .Where(s => !s.ListsAtRoot && !s.Definition.Parents().Any(p => IsStored(p.Id))).Select(static s => s.Definition);

    internal static SyncPlan Create(ConnectorManifest manifest, IReadOnlyList<ResourceSyncer> syncers, SyncOptions options)
    {
        if (syncers.Count == 0)
            throw new ConnectorException(ErrorCode.FailedPrecondition, "The connector has no resource types: mark a class with [ResourceType].");
        foreach (var id in options.ResourceTypes)
        {
            if (!syncers.Any(s => s.Definition.Id == id))
                throw new ConnectorException(ErrorCode.Unknown, $"invalid resource type in filter: \"{id}\". This connector has: " +
                    string.Join(", ", syncers.Select(static s => s.Definition.Id)) + ".");
        }
        return new(manifest, [.. syncers
            .Where(s => options.ResourceTypes.Count == 0 || options.ResourceTypes.Contains(s.Definition.Id))
            .OrderBy(static s => s.Definition.Id, StringComparer.Ordinal)], options);
    }

    internal bool IsStored(string resourceType) => _syncers.ContainsKey(resourceType);

    /// <summary>Principals of these types will be taken from another file.</summary>
    internal void Take(IEnumerable<string> resourceTypes) => _taken.UnionWith(resourceTypes);

    /// <summary>Whether grants to principals of a type are wanted. What belongs to single resources is stored in full.</summary>
    internal bool HasPrincipals(string resourceType) => IsTargeted || IsStored(resourceType) || _taken.Contains(resourceType);

    internal ResourceSyncer Syncer(string resourceType) => _syncers[resourceType];

    /// <summary>Types whose resources are listed under each resource of this one.</summary>
    internal IReadOnlyList<string> ChildTypes(string parentType) => _children.TryGetValue(parentType, out var children) ? children : [];

    /// <summary>Whether a type has declared entitlements that are stored with its resources.</summary>
    internal bool HasEntitlements(ResourceTypeDefinition type) => StoresEntitlementsOf(type) && type.Entitlements.Count > 0;

    internal bool StoresEntitlementsOf(ResourceTypeDefinition type) =>
        StoresEntitlements && !type.SkipEntitlements;

    internal bool HasGrants(ResourceTypeDefinition type) => StoresGrants && !type.SkipGrants;

    string MarkOf(ConnectorManifest manifest, ExternalOptions? external)
    {
        var text = new StringBuilder().AppendJoin('\n', manifest.Name, manifest.Version, StoresEntitlements, StoresGrants);
        if (external is not null)
            text.Append("\nexternal\t").Append(external.EntitlementFilter).Append('\t').AppendJoin(',', external.Traits.Order());
        foreach (var syncer in Selected)
        {
            var flags = $"{syncer.ListsAtRoot} {syncer.EntitlementsPerResource} {syncer.EntitlementsForType}";
            text.Append('\n').AppendJoin('\t', [syncer.Definition.Id, flags, .. syncer.GrantsPerResource, "|", .. syncer.GrantsForType]);
        }
        return Fingerprint.Of(text.ToString());
    }

    static Dictionary<string, List<string>> ChildTypes(List<ResourceSyncer> selected)
    {
        var stored = selected.Select(static s => s.Definition.Id).ToHashSet(StringComparer.Ordinal);
        var children = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var child in selected)
        {
            foreach (var parent in child.Definition.Parents().Where(p => stored.Contains(p.Id)).DistinctBy(static p => p.Id))
            {
                if (!children.TryGetValue(parent.Id, out var known))
                    children.Add(parent.Id, known = []);
                known.Add(child.Definition.Id);
            }
        }
        return children;
    }
}
