using System.ComponentModel;

namespace Baton.CompilerServices;

/// <summary>An entitlement that every resource of a type has, as declared with <see cref="EntitlementAttribute"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EntitlementDefinition
{
    /// <summary>Short name; the last part of the entitlement's id.</summary>
    public required string Slug { get; init; }

    /// <summary>What holding it means.</summary>
    public Purpose Purpose { get; init; } = Purpose.Permission;

    /// <summary>Name shown to people, where <c>{resource}</c> stands for the resource's; <c>{resource} slug</c> when not set.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Longer text, where <c>{resource}</c> stands for the resource's display name.</summary>
    public string? Description { get; init; }

    /// <summary>
    /// Types that can hold it. A function, since two types may refer to each other and each is made only when first used.
    /// </summary>
    public Func<IReadOnlyList<ResourceTypeDefinition>> GrantableTo { get; init; } = static () => [];

    /// <summary>The elements of field 5 of <c>c1.connector.v2.Entitlement</c>.</summary>
    internal byte[] GrantableMessages => _grantableMessages ??= EncodeGrantable();

    byte[]? _grantableMessages;

    byte[] EncodeGrantable()
    {
        using var writer = new WireWriter();
        foreach (var type in GrantableTo())
            writer.Bytes(5, type.Message);
        return writer.Written.ToArray();
    }
}
