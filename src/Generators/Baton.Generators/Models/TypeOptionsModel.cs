using Baton.Generators.Helpers;

namespace Baton.Generators.Models;

/// <summary>The switches of <c>[ResourceType]</c>, and its <c>[TypeAnnotation]</c>s.</summary>
sealed record TypeOptionsModel(
    bool SkipEntitlements,
    bool SkipGrants,
    bool SourcedExternally,
    bool OptInRequired,
    bool SkipSyncAnomalyDetection,
    bool Deprecated,
    EquatableArray<string> Permissions,
    EquatableArray<TypeAnnotationModel> Annotations)
{
    public string? V1Identifier { get; init; }

    public static TypeOptionsModel None { get; } =
        new(false, false, false, false, false, false, EquatableArray<string>.Empty, EquatableArray<TypeAnnotationModel>.Empty);
}

/// <summary>A <c>[TypeAnnotation]</c>.</summary>
/// <param name="FullName">Full name of the message's type.</param>
/// <param name="Message">The encoded message.</param>
sealed record TypeAnnotationModel(string FullName, EquatableArray<byte> Message);
