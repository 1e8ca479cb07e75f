namespace Baton;

/// <summary>Puts a property of a model into the resource's profile. Null values are left out.</summary>
/// <param name="key">Key in the profile; the property's name in snake case when not given.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter, Inherited = true)]
public sealed class ProfileAttribute(string? key = null) : Attribute
{
    /// <summary>Key in the profile.</summary>
    public string? Key { get; } = key;
}
