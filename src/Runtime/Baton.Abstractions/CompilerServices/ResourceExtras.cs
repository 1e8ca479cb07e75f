namespace Baton.CompilerServices;

/// <summary>The parts of a resource that most resources do not have.</summary>
sealed class ResourceExtras
{
    readonly List<Annotation> _annotations = [];
    readonly List<ResourceBuilder> _builders = [];
    readonly List<string> _aliases = [];
    (string? Id, string? Link, string? Description)? _externalId;
    (NonHumanIdentityType Type, string? Detail)? _nonHuman;
    bool _used;

    internal bool SkipsEntitlements { get; private set; }

    internal bool SkipsGrants { get; private set; }

    internal bool BatonResource { get; private set; }

    internal void Clear()
    {
        if (!_used)
            return;
        _annotations.Clear();
        _builders.Clear();
        _aliases.Clear();
        (_externalId, _nonHuman) = (null, null);
        (SkipsEntitlements, SkipsGrants, BatonResource) = (false, false, false);
        _used = false;
    }

    internal void Add(Annotation annotation)
    {
        ArgumentNullException.ThrowIfNull(annotation);
        _annotations.Add(annotation);
        _used = true;
    }

    internal void Add(ResourceBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        _builders.Add(builder);
        _used = true;
    }

    internal void AddAlias(string? id)
    {
        if (!string.IsNullOrEmpty(id) && !_aliases.Contains(id))
            _aliases.Add(id);
        _used = true;
    }

    internal void Skip(bool entitlements, bool grants) =>
        (SkipsEntitlements, SkipsGrants, _used) = (SkipsEntitlements || entitlements, SkipsGrants || grants, true);

    internal void ExternalId(string? id, string? link, string? description) =>
        (_externalId, _used) = (string.IsNullOrEmpty(id) ? null : (id, link, description), true);

    internal void BelongsToBaton(bool value) => (BatonResource, _used) = (value, true);

    internal void NonHuman(NonHumanIdentityType type, string? detail) => (_nonHuman, _used) = ((type, detail), true);

    /// <summary>The builder that was added for one more trait of the type.</summary>
    internal ResourceBuilder? BuilderOf(Trait trait) => _builders.Find(builder => builder.TraitOf == trait);

    /// <summary>Each added builder must be of a trait that the type declares: otherwise what it holds would be lost.</summary>
    internal void CheckTraits(ResourceTypeDefinition type, ResourceBuilder owner)
    {
        foreach (var builder in _builders)
        {
            if (builder.TraitOf is { } trait && trait != owner.TraitOf && type.Traits.Contains(trait))
                continue;
            throw new ConnectorException(ErrorCode.Internal, $"The mapping of resource type \"{type.Id}\" adds a {builder.GetType().Name}, and the type " +
                "declares no further trait for it: name its trait in [ResourceType], or leave the builder out.");
        }
    }

    internal void WriteAnnotations(WireWriter writer)
    {
        if (!_used)
            return;
        if (_nonHuman is { } identity)
        {
            var marks = writer.BeginAny(ResourceFields.Annotations, "c1.connector.v2.NonHumanIdentityTrait"u8);
            writer.Int(1, (int)identity.Type);
            writer.String(2, identity.Detail);
            writer.EndAny(marks);
        }
        SkipAnnotations.Write(writer, ResourceFields.Annotations, SkipsEntitlements, SkipsGrants);
        if (_aliases.Count > 0)
            Annotation.Aliases([.. _aliases]).Write(writer, ResourceFields.Annotations);
        foreach (var annotation in _annotations)
            annotation.Write(writer, ResourceFields.Annotations);
    }

    internal void WriteFields(WireWriter writer)
    {
        if (!_used)
            return;
        writer.Bool(ResourceFields.BatonResource, BatonResource);
        if (_externalId is not { } external)
            return;
        var mark = writer.Begin(ResourceFields.ExternalId);
        writer.String(1, external.Id);
        writer.String(2, external.Link);
        writer.String(3, external.Description);
        writer.End(mark);
    }
}
