using System.ComponentModel;
using Baton.CompilerServices;

namespace Baton;

/// <summary>
/// Receives the parts of one resource from a <c>Map</c> method, and encodes them. The sync reuses one builder for all
/// resources of a listing.
/// </summary>
public abstract class ResourceBuilder
{
    private protected ResourceBuilder()
    {
    }

    /// <summary>Id of the resource in the source; empty when the mapping gave none.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public string ResourceId { get; private protected set; } = "";

    /// <summary>Name shown to people; the id when the mapping gave none.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public string ResourceName => string.IsNullOrEmpty(Name) ? ResourceId : Name;

    private protected string? Name { get; set; }

    private protected string? Text { get; set; }

    private protected ResourceStatus StatusValue { get; set; }

    private protected string? StatusDetails { get; set; }

    private protected DateTimeOffset? Created { get; set; }

    private protected string? IconId { get; set; }

    private protected ResourceExtras Extras { get; } = new();

    private protected ProfileBuilder ProfileValues { get; } = new();

    /// <summary>Forgets everything, for the next resource.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual void Reset()
    {
        ResourceId = "";
        (Name, Text, StatusDetails, Created, IconId) = (null, null, null, null, null);
        StatusValue = ResourceStatus.Unspecified;
        ProfileValues.Clear();
        Extras.Clear();
    }

    /// <summary>Whether the mapping said that the resource has no entitlements.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool SkipsEntitlements => Extras.SkipsEntitlements;

    /// <summary>Whether the mapping said that nobody holds an entitlement of the resource.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool SkipsGrants => Extras.SkipsGrants;

    /// <summary>The trait whose annotation <see cref="WriteTrait"/> writes; none for plain resources.</summary>
    private protected abstract Trait? OwnTrait { get; }

    /// <summary>As <see cref="OwnTrait"/>, for the builder that this one completes.</summary>
    internal Trait? TraitOf => OwnTrait;

    /// <summary>The failure for a resource without what its trait requires.</summary>
    private protected ConnectorException Incomplete(string what) => new(
        ErrorCode.Internal, $"Resource \"{ResourceId}\" has the trait {OwnTrait}, which requires {what}.");

    /// <summary>The status to store when the mapping gave none.</summary>
    private protected virtual ResourceStatus DefaultStatus => ResourceStatus.Unspecified;

    private protected ResourceStatus EffectiveStatus => StatusValue == ResourceStatus.Unspecified ? DefaultStatus : StatusValue;

    /// <summary>Writes the fields of the trait message.</summary>
    private protected virtual void WriteTrait(WireWriter writer)
    {
    }

    /// <summary>Encodes the resource as <c>c1.connector.v2.Resource</c>, without its id and parent (the caller has them).</summary>
    internal void WriteBody(WireWriter writer, ResourceTypeDefinition type, ReadOnlySpan<byte> annotations)
    {
        writer.String(ResourceFields.DisplayName, ResourceName);
        Extras.CheckTraits(type, this);
        for (var i = 0; i < type.Traits.Count; i++) // no enumerator for each resource
        {
            var trait = type.Traits[i];
            var marks = writer.BeginAny(ResourceFields.Annotations, TraitNames.Of(trait));
            (trait == OwnTrait ? this : Extras.BuilderOf(trait))?.WriteTrait(writer);
            writer.EndAny(marks);
        }
        Extras.WriteAnnotations(writer);
        writer.Raw(annotations);
        writer.String(ResourceFields.Description, Text);
        Extras.WriteFields(writer);
        ProfileValues.Write(writer, ResourceFields.Profile);
        writer.StringMessage(ResourceFields.Icon, IconId);
        WriteStatus(writer, ResourceFields.Status);
        writer.Timestamp(ResourceFields.CreatedAt, Created);
    }

    /// <summary>Writes <c>c1.connector.v2.Status</c>, or the trait's older status of the same shape.</summary>
    private protected void WriteStatus(WireWriter writer, int field)
    {
        if (EffectiveStatus == ResourceStatus.Unspecified && string.IsNullOrEmpty(StatusDetails))
            return;
        var mark = writer.Begin(field);
        writer.Int(1, (int)EffectiveStatus);
        writer.String(2, StatusDetails);
        writer.End(mark);
    }
}
