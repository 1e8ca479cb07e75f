using System.ComponentModel;

namespace Baton.CompilerServices;

/// <summary>A kind of credential that can be issued, as declared with <see cref="IssueCredentialAttribute"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class IssueDefinition
{
    /// <summary>The kind.</summary>
    public required IssuedCredentialKind Kind { get; init; }

    /// <summary>The resource type of the credential (a function, since that type may refer to this one).</summary>
    public required Func<ResourceTypeDefinition> SecretType { get; init; }

    /// <summary>Whether later syncs do not list it.</summary>
    public bool Virtual { get; init; }

    /// <summary>Scopes that can be asked for.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Whether other scopes can be asked for as well.</summary>
    public bool CustomScopes { get; init; }

    /// <summary>Audiences that can be asked for.</summary>
    public IReadOnlyList<string> Audiences { get; init; } = [];

    /// <summary>Whether other audiences can be asked for as well.</summary>
    public bool CustomAudiences { get; init; }

    /// <summary>Keys that can be made.</summary>
    public IReadOnlyList<KeyProfile> KeyProfiles { get; init; } = [];

    /// <summary>Shortest life.</summary>
    public TimeSpan? MinLifetime { get; init; }

    /// <summary>Longest life.</summary>
    public TimeSpan? MaxLifetime { get; init; }
}
