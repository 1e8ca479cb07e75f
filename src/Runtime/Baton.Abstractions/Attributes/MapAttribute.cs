namespace Baton;

/// <summary>Maps a property of a model to a part of the resource, instead of a <c>Map</c> method.</summary>
/// <param name="to">The part.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter, AllowMultiple = true, Inherited = true)]
public sealed class MapAttribute(To to) : Attribute
{
    /// <summary>The part of the resource.</summary>
    public To To { get; } = to;
}
